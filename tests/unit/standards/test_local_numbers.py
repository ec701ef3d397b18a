"""Files of forces' own numbers: what is read, and what is refused, where and why."""

import dataclasses
from datetime import date

import pytest

from bounden.obligations.parameters import Limit
from bounden.standards import parameters
from bounden.standards.local_numbers import LocalNumbersRefused, read_local_numbers, usable
from bounden.standards.parameters import read_value

ONE = """\
force: Wexshire Police
numbers:
  mc_search:
    - value: 2 h
      from: 2025-04-01
      to: 2026-03-31
      reference: Policy 4.2
    - value: 6 h
      from: 2026-04-01
      reference: Policy 4.3
      why: Trained teams are far away.
      authorised_by: the assistant chief constable
  rest_from:
    - {value: "23:30", reference: Policy 7}
"""


def read(tmp_path, text, national=None):
    path = tmp_path / "wexshire.yaml"
    path.write_text(text, encoding="utf-8")
    return read_local_numbers([path], national or parameters())


def reasons(tmp_path, text, national=None):
    with pytest.raises(LocalNumbersRefused) as refused:
        read(tmp_path, text, national)
    return str(refused.value)


def test_reads_every_number_in_order(tmp_path):
    first, second, third = read(tmp_path, ONE)
    assert (first.name, first.value, first.begins, first.ends) == (
        "mc_search", Limit(2, "h"), date(2025, 4, 1), date(2026, 3, 31),
    )  # fmt: skip
    assert (second.why, second.authorised_by) == ("Trained teams are far away.", "the assistant chief constable")
    assert (third.name, str(third.value), third.begins) == ("rest_from", "23:30:00", None)
    assert {one.force for one in (first, second, third)} == {"Wexshire Police"}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("force: Wexshire Police\n", ""), "force: must name the force"),
        (("force:", "forces:"), "line 1: forces is not known here; use force, numbers"),
        (("  mc_search:", "  mc_serch:"), "line 3: the rulebook has no number mc_serch; did you mean mc_search"),
        (("value: 2 h", "value: soon"), "line 4: mc_search: value must be of the kind of the national one, 4 h"),
        (("value: 2 h", "value: 2 years"), "of the kind of the national one, 4 h, not 0"),
        (("value: 2 h", "value: 0 h"), "of the kind of the national one, 4 h, not 0"),
        (("value: 2 h", "value: 2 d"), "of the kind of the national one, 4 h, not 0"),
        (
            ('rest_from:\n    - {value: "23:30"', 'rest_to:\n    - {value: "01:00"'),
            "hours of rest begin before midnight and end at 02:00:00 or later, but these run from",
        ),
        (('"23:30"', "23 h"), "line 14: rest_from: value must be of the kind of the national one, 23:00"),
        (("      reference: Policy 4.2\n", ""), "line 4: mc_search: reference is missing"),
        (("from: 2025-04-01", "from: last year"), "from must be a date, as 2026-01-31"),
        (("to: 2026-03-31", "to: 9999-12-31"), "to must lie between 1900 and 2200"),
        (("from: 2025-04-01", "from: 0001-01-01"), "from must lie between 1900 and 2200"),
        (("value: 2 h", "value: 17521 h"), "line 4: mc_search: value must be of the kind of the national one, 4 h"),
        (("to: 2026-03-31", "to: 2025-03-31"), "to lies before from"),
        (("to: 2026-03-31", "to: 2026-04-01"), "mc_search has two values for the same days"),
        (("      to: 2026-03-31\n", ""), "mc_search has two values for the same days"),
        (("      why: Trained teams are far away.\n", ""), "6 h is laxer beside the national 4 h; say why"),
        (("      authorised_by: the assistant chief constable\n", ""), "authorised_by: who in the force decided it"),
        (("reference: Policy 4.2", "reference: [Policy 4.2]"), "reference must be one line of text"),
        (("      from: 2025-04-01\n", "      since: 2025-04-01\n"), "line 5: since is not known here"),
        (("      from: 2025-04-01\n", "      from: 2025-04-01\n      from: 2025-04-01\n"), "line 6: from stands twice"),
        (("  rest_from:", "  mc_search:"), "mc_search stands twice"),
        (("numbers:\n", "numbers: none\nother:\n"), "numbers: must map"),
        (('- {value: "23:30", reference: Policy 7}', "23:30"), "rest_from must have a list of entries"),
        (('{value: "23:30", reference: Policy 7}', '"23:30"'), "an entry has value, from, to"),
        (("force: Wexshire", "force: [Wexshire"), "is no YAML in UTF-8"),
    ],
)
def test_refuses_with_line_and_reason(tmp_path, change, reason):
    assert change[0] in ONE
    assert reason in reasons(tmp_path, ONE.replace(*change))


def test_a_page_without_content_is_refused(tmp_path):
    for text in ("", "{}"):
        assert "must hold force: and numbers:" in reasons(tmp_path, text)


@pytest.mark.parametrize(
    ("name", "most", "beyond"),
    [
        ("mc_rhi", "500 wd", "501 wd"),
        ("mc_phone_age", "120 years", "121 years"),
        ("mc_repeat", "10000 in 730 d", "3 in 731 d"),
        ("ro_caseload", "10000", "10001"),
    ],
)
def test_a_value_is_not_beyond_all_sense(name, most, beyond):
    national = parameters().by_name[name].value
    assert usable(national, read_value(most))
    assert not usable(national, read_value(beyond))


def test_gives_every_reason_at_once(tmp_path):
    text = ONE.replace("value: 2 h", "value: soon").replace("  rest_from:", "  rest_form:")
    assert len(reasons(tmp_path, text).splitlines()) == 2


def test_what_statute_sets_cannot_be_relaxed(tmp_path):
    law = dataclasses.replace(parameters().by_name["mc_search"], class_="statute")
    national = dataclasses.replace(parameters(), by_name={**parameters().by_name, "mc_search": law})
    assert "which is law; a force cannot relax it" in reasons(tmp_path, ONE, national)


def test_a_value_that_cannot_be_compared_needs_a_reason(tmp_path):
    text = "force: W\nnumbers: {mc_repeat: [{value: 2 in 30 d, reference: Policy}]}\n"
    assert "2 in 30 d is stricter in one part and laxer in the other beside the national 3 in 90 d" in reasons(
        tmp_path, text
    )


def test_one_file_for_each_force(tmp_path):
    for name in ("one.yaml", "other.yaml"):
        (tmp_path / name).write_text(ONE.replace("Wexshire", "wexshire" if name == "one.yaml" else "Wexshire"))
    with pytest.raises(LocalNumbersRefused, match=r"other\.yaml: .*one\.yaml holds numbers of this force, too"):
        read_local_numbers([tmp_path / "one.yaml", tmp_path / "other.yaml"], parameters())


def test_what_is_no_text_or_not_there_is_refused_by_name(tmp_path):
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe")
    with pytest.raises(LocalNumbersRefused, match=r"bytes\.yaml: is no YAML in UTF-8\n.*none\.yaml: cannot be read"):
        read_local_numbers([tmp_path / "bytes.yaml", tmp_path / "none.yaml"], parameters())
