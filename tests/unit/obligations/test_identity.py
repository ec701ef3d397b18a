"""Obligation keys: pinned, so that what people wrote about an obligation is found again after every build.

The pinned values were worked out with `printf '…\\x1f…' | sha256sum`, not with the code under test.
"""

import pytest

from bounden.obligations.identity import obligation_key

PARTS = {
    "standard": "MC-06",
    "stage": "",
    "force": "Wexshire Police",
    "source": "case-file",
    "occurrence_id": "example-01/episode",
    "person_id": "example-01/girl",
    "trigger_id": "example-01/episode",
}


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        (PARTS, "61bc25774df3a65d911b9fd66357c09c"),
        (
            {
                "standard": "PD-17",
                "stage": "2",
                "force": "Wexshire Police",
                "source": "custody",
                "occurrence_id": "C-1",
                "person_id": "P-7",
                "trigger_id": "A-99",
            },
            "da5084e82eb397df1b7c904c8bff9a1a",
        ),
        (
            {
                "standard": "IC-07",
                "stage": "",
                "force": "Heddlu Môrwynion",
                "source": "cad",
                "occurrence_id": "I-5",
                "person_id": None,
                "trigger_id": "I-5",
            },
            "6f854ad7795f49fba8d87e8692664110",
        ),
        (
            {
                "standard": "INV-22",
                "stage": "",
                "force": "F",
                "source": "s",
                "occurrence_id": "o",
                "person_id": None,
                "trigger_id": None,
            },
            "b635cacdd22c79d3d33bc4e1e27cae3f",
        ),
        (
            {
                "standard": "AH-11",
                "stage": "",
                "force": "Wexshire Police",
                "source": "crs",
                "occurrence_id": "",
                "person_id": "P-7",
                "trigger_id": "looked_after 2026-03-04 10:00:00",
            },
            "9b2883cd40e713f591f6de866a13ef9b",
        ),
    ],
    ids=[
        "for a child",
        "a stage and an action as trigger",
        "for the occurrence, letters beyond ASCII",
        "no trigger",
        "a flag, which is no occurrence and has no id",
    ],
)
def test_worked_keys(parts: dict[str, str | None], key: str) -> None:
    assert obligation_key(**parts) == key


@pytest.mark.parametrize("part", sorted(PARTS))
def test_every_part_is_in_the_key(part: str) -> None:
    assert obligation_key(**{**PARTS, part: "other"}) != obligation_key(**PARTS)


def test_parts_do_not_run_into_one_another() -> None:
    one = obligation_key(**{**PARTS, "force": "ab", "source": "c"})
    other = obligation_key(**{**PARTS, "force": "a", "source": "bc"})
    assert one != other


def test_absent_is_empty() -> None:
    assert obligation_key(**{**PARTS, "person_id": None}) == obligation_key(**{**PARTS, "person_id": ""})
