"""A list of phrases is read strictly, and nothing that is read for them leaves the evaluators."""

from datetime import datetime

import pytest

from bounden.obligations.evaluator import evaluate
from bounden.obligations.explain import explain
from bounden.records import Action, Involvement, Occurrence, Person, Records
from bounden.standards import parameters, standard
from bounden.standards.wordings import PhrasesRefused, phrases_of

GOOD = "poor choices:\n  from: a report\n  url: https://example.org/report\n"
SAID = {"force": "Wexshire", "source": "crime"}
SECRET = "Ms Example of 1 High Street made poor choices"


def read(tmp_path, text):
    path = tmp_path / "words.yaml"
    path.write_text(text, encoding="utf-8")
    return phrases_of(path)


def test_a_list_is_read(tmp_path):
    assert read(tmp_path, GOOD) == {"poor choices"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "must map each phrase"),
        ("{}", "at least one phrase"),
        (GOOD.replace("poor", "Poor"), "phrase 1: must be lower-case words"),
        (GOOD.replace("  from: a report\n", ""), "phrase 1: must have from and url"),
        (GOOD + "  by: us\n", "phrase 1: must have from and url"),
        (GOOD.replace("https://", ""), "phrase 1: url must be an address"),
        (GOOD + GOOD, "a key is given twice"),
    ],
)
def test_what_is_wrong_is_refused(tmp_path, text, reason):
    with pytest.raises(PhrasesRefused, match=reason):
        read(tmp_path, text)


def test_no_word_of_a_text_is_shown():
    records = Records(
        people=(Person(person_id="girl", age_years=14, **SAID),),
        occurrences=(
            Occurrence(
                occurrence_id="one", kind="incident", reported_at=datetime(2026, 3, 4), narrative=SECRET, **SAID
            ),
        ),
        involvements=(Involvement(occurrence_id="one", person_id="girl", role="victim", **SAID),),
        actions=(
            Action(
                action_id="why",
                occurrence_id="one",
                kind="rationale_recorded",
                happened_at=datetime(2026, 3, 4, 1),
                note=SECRET,
                **SAID,
            ),
        ),
    )
    (owed,) = evaluate(records, [standard("DM-04")], parameters(), datetime(2026, 4, 1))
    told = explain(owed, standard("DM-04"), parameters())
    shown = repr(owed) + repr(told)
    assert "wording found, to be confirmed" in told.sentences[-1].text
    assert not [
        word for word in SECRET.split() if len(word) > 3 and word not in ("made", "poor", "choices") and word in shown
    ]
