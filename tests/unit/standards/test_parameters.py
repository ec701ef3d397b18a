from datetime import date, time
from pathlib import Path

import pytest

from bounden.obligations.naming import parameters_of
from bounden.obligations.parameters import Limit
from bounden.standards import parameters, standard
from bounden.standards.parameters import ParametersRefused, read_parameters

ONE = """
mc_search:
  value: 4 h
  meaning: how soon the home is searched
  class: local
  reference: catalogue MC-06
"""


def _file(tmp_path: Path, text: str, area: str = "missing") -> Path:
    (tmp_path / area).mkdir(exist_ok=True)
    path = tmp_path / area / "parameters.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def _reasons(tmp_path: Path, text: str) -> str:
    with pytest.raises(ParametersRefused) as refused:
        read_parameters([_file(tmp_path, text)])
    return str(refused.value)


def test_reads_a_limit(tmp_path: Path) -> None:
    one = read_parameters([_file(tmp_path, ONE)]).by_name["mc_search"]
    assert one.value == Limit(4, "h")
    assert (one.meaning, one.class_, one.reference) == ("how soon the home is searched", "local", "catalogue MC-06")
    assert (one.to_be_confirmed, one.in_force_from) == (False, None)


def test_reads_a_time_of_day_and_a_word_and_a_start(tmp_path: Path) -> None:
    text = (
        ONE.replace("4 h", "23:00").replace("mc_search", "rest_from")
        + "  in_force_from: 2026-01-31\n  stricter: later\n"
    )
    text += ONE.replace("4 h", "inspector").replace("mc_search", "lower_rank") + "  to_be_confirmed: true\n"
    read = read_parameters([_file(tmp_path, text)])
    assert read.clock_time("rest_from") == time(23, 0)
    assert read.by_name["rest_from"].in_force_from == date(2026, 1, 31)
    assert read.by_name["lower_rank"].value == "inspector"
    assert read.by_name["lower_rank"].to_be_confirmed


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("4 h", "four hours"), "missing/parameters.yaml, line 2: mc_search: value must be a limit"),
        (("  class: local\n", ""), "class is missing"),
        (("class: local", "class: guess"), "class must be one of statute, statutory guidance"),
        (("class: local", "class: local\n  stricter: lower"), "stricter must be left out: its kind says which"),
        (("4 h", "09:00"), "stricter must be earlier or later"),
        (("meaning:", "meening:"), "meening is not known; use value, meaning"),
        (("  class: local\n", "  class: local\n  class: local\n"), "class stands twice"),
        (("mc_search:", "MC search:"), "a name is lower case letters"),
        (("reference: catalogue MC-06", "reference: [a, b]"), "each on a line of its own"),
        (("  class: local\n", "  class: local\n  to_be_confirmed: perhaps\n"), "to_be_confirmed must be true or false"),
        (("  class: local\n", "  class: local\n  in_force_from: soon\n"), "in_force_from must be a date"),
        (("mc_search:", "mc_search: ["), "is no YAML in UTF-8"),
    ],
)
def test_refuses_with_file_line_and_reason(tmp_path: Path, change: tuple[str, str], reason: str) -> None:
    assert reason in _reasons(tmp_path, ONE.replace(*change))


def test_refuses_what_is_no_mapping(tmp_path: Path) -> None:
    assert "must map the name of each parameter" in _reasons(tmp_path, "- 4 h")


def test_gives_every_reason_at_once(tmp_path: Path) -> None:
    reasons = _reasons(tmp_path, ONE.replace("4 h", "soon enough") + ONE.replace("class: local", "class: guess"))
    assert len(reasons.splitlines()) == 3, "a bad value, a name given twice, a bad class"


def test_refuses_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = _file(tmp_path, ONE)
    path.write_bytes(b"mc_search: \xff\xfe")
    with pytest.raises(ParametersRefused, match="is no YAML in UTF-8"):
        read_parameters([path])


def test_refuses_a_name_in_two_files(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="named twice: mc_search"):
        read_parameters([_file(tmp_path, ONE), _file(tmp_path, ONE, area="incidents")])


def test_the_delivered_numbers_are_those_of_the_record_tests() -> None:
    given = parameters()
    assert {
        name: str(given.limit(name)) for name in ("shift_end", "attendance", "first_seen", "mc_grade", "pd_food")
    } == {
        "shift_end": "12 h",
        "attendance": "4 h",
        "first_seen": "24 h",
        "mc_grade": "60 min",
        "pd_food": "6 h",
    }
    assert given.by_name["online_high"].class_ == "national guidance"
    assert given.by_name["devices"].to_be_confirmed


@pytest.mark.parametrize(
    ("id", "names"),
    [
        ("MC-06", ("mc_search",)),
        ("AH-17", ()),
        ("IC-10", ("school_from", "school_start", "school_lead")),
        ("IC-13", ("first_seen", "shift_end")),
        ("IC-19", ("attend_immediate", "attendance", "attend_priority", "first_seen")),
        ("MC-03", ("mc_high_age", "same_time")),
        ("PD-17", ("pd_risk", "pd_food", "rest_from", "rest_to")),
        ("IC-03", ("attend_immediate", "attend_priority", "attend_diary", "same_time")),
        ("AH-14", ("s46_child", "speaks_from")),
    ],
)
def test_names_the_parameters_that_decide_about_a_standard(id: str, names: tuple[str, ...]) -> None:
    assert parameters_of(standard(id)) == names
