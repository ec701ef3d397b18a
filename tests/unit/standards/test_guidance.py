"""Guidance is read strictly: what is wrong is refused, with the file, the standard and what to do."""

from pathlib import Path

import pytest

from bounden.standards import sources
from bounden.standards.guidance import Guidance, GuidanceRefused, guidance_of, named_sources, read_guidance
from bounden.standards.missing import first_hours
from bounden.standards.sources import Source

CASE = Source("A report", "https://example.org/report")
GOOD = """\
MC-06:
  good:
    - Search the home.
    - Record when.
    - Write down why not.
  sources: [THAMES_VALLEY_MISSING]
  fell_short: {case: one, says: Nobody searched.}
  done_well: {source: FOUND_AND_WELL, says: Somebody searched.}
"""


def read(tmp_path: Path, *texts: str) -> tuple[dict[str, Guidance], list[str]]:
    paths = []
    for number, text in enumerate(texts):
        folder = tmp_path / f"area{number}"
        folder.mkdir()
        (folder / "guidance.yaml").write_text(text)
        paths.append(folder / "guidance.yaml")
    reasons: list[str] = []
    return read_guidance(paths, {"one": CASE}, reasons), reasons


def test_what_is_written_is_read(tmp_path):
    found, reasons = read(tmp_path, GOOD)
    assert reasons == []
    one = found["MC-06"]
    assert one.sentences == ("Search the home.", "Record when.", "Write down why not.")
    assert one.sources == (sources.THAMES_VALLEY_MISSING,)
    assert (one.fell_short.case, one.fell_short.says, one.fell_short.source) == ("one", "Nobody searched.", CASE)
    assert (one.done_well.case, one.done_well.source) == ("", sources.FOUND_AND_WELL)


def test_a_side_without_a_finding_is_left_out(tmp_path):
    found, reasons = read(tmp_path, GOOD.partition("  fell_short")[0])
    assert reasons == []
    assert (found["MC-06"].fell_short, found["MC-06"].done_well) == (None, None)


@pytest.mark.parametrize(
    ("this", "by", "reason"),
    [
        ("MC-06:", "mc6:", "must be the id of a standard"),
        ("    - Record when.\n", "", "good must be 3 sentences"),
        ("Record when.", "Record when. And by whom.", "good, item 2: must be one sentence"),
        ("Record when.", "Record when", "good, item 2: must be one sentence"),
        ("[THAMES_VALLEY_MISSING]", "[NOWHERE]", "sources: NOWHERE names no source; write it as a Source"),
        ("[THAMES_VALLEY_MISSING]", "[THAMES_VALEY_MISSING]", "no source; did you mean THAMES_VALLEY_MISSING?"),
        ("[THAMES_VALLEY_MISSING]", "[]", "sources must be a list of texts"),
        ("[THAMES_VALLEY_MISSING]", "THAMES_VALLEY_MISSING", "sources must be a list of texts"),
        ("[THAMES_VALLEY_MISSING]", "[Source]", "sources: Source names no source"),
        ("case: one", "case: two", "fell_short: two is not one of the published cases"),
        ("case: one,", "", "fell_short: must name either a case or a source"),
        ("case: one", "case: one, source: FOUND_AND_WELL", "fell_short: must name either a case or a source"),
        ("says: Nobody searched.", "says: Nobody searched", "fell_short: says must be a sentence"),
        ("source: FOUND_AND_WELL", "source: NOWHERE", "done_well: NOWHERE names no source"),
        ("done_well: {", "done_well: {who: me, ", "done_well: who is not known"),
        ("  good:", "  goods: x\n  good:", "goods is not known"),
        ("done_well: {source: FOUND_AND_WELL, says: Somebody searched.}", "done_well: yes", "done_well: must be a map"),
        ("  sources:", "  good: [a]\n  sources:", "a key is given twice"),
    ],
)
def test_what_is_wrong_is_refused(tmp_path, this, by, reason):
    assert this in GOOD
    _, reasons = read(tmp_path, GOOD.replace(this, by))
    assert any(reason in each for each in reasons), reasons
    assert all(each.startswith("area0/guidance.yaml: ") for each in reasons)


def test_guidance_stands_in_one_file_only(tmp_path):
    _, reasons = read(tmp_path, GOOD, GOOD)
    assert reasons == ["area1/guidance.yaml: MC-06: stands in two files; keep one"]


@pytest.mark.parametrize("text", ["- MC-06", "", "MC-06: none"])
def test_a_page_of_another_shape_is_refused(tmp_path, text):
    _, reasons = read(tmp_path, text)
    assert reasons


def test_none_is_none():
    assert guidance_of("XX-99") is None


def test_a_source_beside_its_standard_has_a_name_too(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = Source("Our procedure", "https://example.org/ours")
    monkeypatch.setattr(first_hours, "OURS", ours, raising=False)
    named_sources.cache_clear()
    try:
        assert named_sources()["OURS"] == ours
        assert named_sources()["THAMES_VALLEY_MISSING"] == sources.THAMES_VALLEY_MISSING
    finally:
        named_sources.cache_clear()


def test_two_sources_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_hours, "ENCOMPASS", CASE, raising=False)
    named_sources.cache_clear()
    try:
        with pytest.raises(GuidanceRefused, match="another source is named ENCOMPASS; give this one another name"):
            named_sources()
    finally:
        named_sources.cache_clear()
