"""What a delivery can show, before anything is judged."""

from datetime import datetime

import pytest

from bounden.ingest.delivery import deliver
from bounden.snapshots.can_judge import Judges, Lack, as_data, can_judge, of_data
from bounden.snapshots.rows import records_of
from bounden.standards import RULEBOOK, rules

AS_OF = datetime(2026, 4, 1)
OCCURRENCES = (
    "force,source,occurrence_id,kind,reported_at\nWexshire,rms,m1,missing,2026-03-01T10:00\n"
    "Wexshire,rms,m2,missing,2026-03-02T10:00\n"
)
PEOPLE = "force,source,person_id,date_of_birth\nWexshire,rms,girl,2012-05-01\n"
INVOLVED = "force,source,occurrence_id,person_id,role\n" + "".join(
    f"Wexshire,rms,{one},girl,missing_person\n" for one in ("m1", "m2")
)
ACTIONS = "force,source,action_id,occurrence_id,kind,happened_at,done,value\n"
FLAGS = "force,source,person_id,kind,from_at\n"
COVERAGE = "force,source,table,kind,supplied\n"


@pytest.fixture
def asked(tmp_path):
    """What the one force of a small delivery can judge, by standard, and its gaps."""

    def ask(actions="", coverage="", people=PEOPLE, flags="", force="Wexshire"):
        source = tmp_path / "delivery"
        source.mkdir()
        texts = {"occurrences": OCCURRENCES, "people": people, "involvements": INVOLVED}
        texts |= {"actions": ACTIONS + actions, "coverage": COVERAGE + coverage, "flags": FLAGS + flags}
        for table, text in texts.items():
            (source / f"{table}.csv").write_text(text.replace("Wexshire", force), encoding="utf-8")
        records = tmp_path / "records"
        records.mkdir()
        deliver(source, records)
        with records_of(records) as connection:
            found = can_judge(connection, rules(), AS_OF)
        assert of_data(as_data(found)) == found
        (one,) = found
        return {each.standard: each for each in one.standards}, one.gaps

    return ask


def test_a_complete_delivery_judges_in_full_what_it_has_occurrences_of(asked):
    standards, gaps = asked(coverage="Wexshire,rms,actions,*,true\n")
    assert standards["MC-06"].judges is Judges.IN_FULL
    assert standards["MC-06"].occurrences == 2
    assert standards["PD-01"].judges is Judges.NOTHING
    assert standards["PD-01"].occurrences == 0
    assert gaps == ()


def test_without_coverage_silence_cannot_be_read(asked):
    standards, gaps = asked()
    assert standards["MC-06"].judges is Judges.IN_PART
    assert standards["MC-06"].lacks == (Lack("actions", "home_searched", ""),)
    one = next(gap for gap in gaps if gap.lack.kind == "home_searched")
    assert (one.state, one.alone) == ("not stated", ("MC-06",))
    assert "the home searched" in one.words
    assert not [gap for gap in gaps if "PD-01" in (*gap.alone, *gap.with_others)], "no feed makes a detention of none"


def test_a_trigger_that_is_not_supplied_starts_nothing(asked):
    rows = "Wexshire,rms,actions,*,true\nWexshire,rms,actions,found,false\n"
    standards, gaps = asked(coverage=rows)
    assert standards["MC-11"].judges is Judges.NOTHING
    assert standards["MC-06"].judges is Judges.IN_FULL
    assert gaps[0].lack == Lack("actions", "found", "")
    assert gaps[0].state == "not supplied"
    assert {"MC-11", "MC-13"} <= set(gaps[0].alone)


def test_a_trigger_on_record_starts_although_its_feed_is_not_stated(asked):
    standards, _ = asked(actions="Wexshire,rms,a1,m1,found,2026-03-01T12:00,true,\n")
    assert standards["MC-11"].judges is Judges.IN_PART


def test_a_field_left_empty_is_counted_and_leaves_the_standard_judged(asked):
    actions = "".join(
        f"Wexshire,rms,p{n},m1,prevention_interview_held,2026-03-01T1{n}:00,true,{value}\n"
        for n, value in enumerate(["face_to_face", "", ""])
    )
    standards, gaps = asked(actions=actions, coverage="Wexshire,rms,actions,*,true\n")
    assert standards["MC-11"].judges is Judges.IN_FULL
    one = next(gap for gap in gaps if gap.lack == Lack("actions", "prevention_interview_held", "value"))
    assert (one.rows, one.empty) == (3, 2)
    assert "empty in 2 of 3 rows" in one.words


def test_unknown_ages_are_a_gap_of_every_standard_about_children(asked):
    people = "force,source,person_id,date_of_birth\nWexshire,rms,girl,\n"
    _, gaps = asked(people=people, coverage="Wexshire,rms,actions,*,true\n")
    one = next(gap for gap in gaps if gap.lack == Lack("people", "", "date_of_birth"))
    assert "MC-06" in one.alone
    assert (one.rows, one.empty) == (1, 1)


def test_a_table_that_is_not_supplied_leaves_conditions_open(asked):
    rows = "Wexshire,rms,actions,*,true\nWexshire,rms,flags,trigger_plan,false\n"
    standards, gaps = asked(coverage=rows)
    assert standards["MC-08"].judges is Judges.IN_PART
    assert Lack("flags", "trigger_plan", "") in {gap.lack for gap in gaps}


def test_flags_stand_for_occurrences_where_a_standard_looks_at_flags(asked):
    flags = "Wexshire,rms,girl,looked_after,2020-03-01T10:00\nWexshire,rms,girl,looked_after,\n"
    rows = "Wexshire,rms,actions,*,true\n"
    standards, _ = asked(coverage=rows, flags=flags)
    assert standards["AH-11"].judges is Judges.IN_FULL
    assert standards["AH-11"].occurrences == 1, "a flag without a beginning starts nothing"
    assert standards["PD-10"].occurrences == 2, "a flag is no occurrence of any other standard"


def test_what_is_not_in_force_or_does_not_bind_a_force_is_left_out(asked):
    standards, _ = asked(coverage="Wexshire,rms,actions,*,true\n", force="Gwent Police")
    assert {one.id for one in RULEBOOK} - set(standards) == {"AH-04", "AH-08", "PD-11"}


def test_a_force_of_england_is_bound_by_all_that_is_in_force(asked):
    standards, _ = asked()
    assert {one.id for one in RULEBOOK} - set(standards) == {"PD-11"}
