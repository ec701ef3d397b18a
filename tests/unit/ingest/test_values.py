"""Values read into the types of their columns."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bounden.ingest.values import read_values
from bounden.obligations.clock.reading import parse_instant
from bounden.records import TABLES

REQUIRED = {
    "actions": {"force": "F", "source": "s", "action_id": "a", "occurrence_id": "o", "kind": "child_seen"},
    "people": {"force": "F", "source": "s", "person_id": "p"},
    "places": {"force": "F", "source": "s", "place_id": "h"},
    "coverage": {"force": "F", "source": "s", "table": "actions", "kind": "*", "supplied": "true"},
    "occurrences": {"force": "F", "source": "s", "occurrence_id": "o", "kind": "incident"},
}


def read(table, **written):
    """One row of a table, and what was refused in it."""
    refused = []
    columns = {name: [value] for name, value in {**REQUIRED[table], **written}.items()}
    row = read_values(TABLES[table], columns, 1, lambda place, column, reason: refused.append((column, reason)))
    assert tuple(row) == TABLES[table].names
    return {name: values[0] for name, values in row.items()}, refused


def test_defaults_and_empty_values():
    row, refused = read("actions", done="", latest_unknown=None, note="")
    assert (row["done"], row["latest_unknown"], row["note"], row["happened_at"]) == (True, False, None, None)
    assert refused == []


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("2023-03-06T18:00:05", datetime(2023, 3, 6, 18, 0, 5), None),
        ("2023-07-06 18:00", datetime(2023, 7, 6, 17), None),
        ("2023-07-06T18:00Z", datetime(2023, 7, 6, 18), None),
        ("2023-07-06T18:00:00-02:00", datetime(2023, 7, 6, 20), None),
        ("2023-07-06", datetime(2023, 7, 5, 23), datetime(2023, 7, 6, 22, 59, 59)),
        ("2023-10-29T01:59:59", datetime(2023, 10, 29, 0, 59, 59), datetime(2023, 10, 29, 1, 59, 59)),
        (datetime(2023, 7, 6, 18), datetime(2023, 7, 6, 18), None),
        (datetime(2023, 7, 6, 18, tzinfo=timezone(timedelta(hours=1))), datetime(2023, 7, 6, 17), None),
        (datetime(2023, 7, 6, 18, tzinfo=UTC), datetime(2023, 7, 6, 18), None),
        (date(2023, 7, 6), datetime(2023, 7, 5, 23), datetime(2023, 7, 6, 22, 59, 59)),
    ],
)
def test_instants_and_their_companions(written, earliest, latest):
    row, refused = read("actions", happened_at=written)
    assert (row["happened_at"], row["happened_at_latest"], refused) == (earliest, latest, [])


def test_the_shorter_way_of_reading_local_times_is_the_clock_s():
    moment = datetime(2023, 1, 1)
    read_as_the_clock = 0
    while moment.year == 2023:
        text = moment.isoformat()
        row, refused = read("actions", happened_at=text)
        if refused:
            with pytest.raises(ValueError):
                parse_instant(text)
        else:
            span = parse_instant(text)
            assert (row["happened_at"], row["happened_at_latest"] or span.earliest) == (span.earliest, span.latest)
            read_as_the_clock += 1
        moment += timedelta(minutes=37, seconds=13)
    assert read_as_the_clock > 14_000


def test_a_companion_in_the_extract_wins():
    row, _ = read("actions", happened_at="2023-03-06", happened_at_latest="2023-03-06T12:00")
    assert row["happened_at_latest"] == datetime(2023, 3, 6, 12)
    row, _ = read("actions", happened_at="2023-03-06T12:00", happened_at_latest="2023-03-06T12:00")
    assert row["happened_at_latest"] is None
    row, _ = read("actions", happened_at="2023-03-06", latest_unknown="true")
    assert (row["happened_at"], row["happened_at_latest"], row["latest_unknown"]) == (datetime(2023, 3, 6), None, True)


def test_a_day_of_coverage_counts_whole():
    row, _ = read("coverage", from_at="2023-03-06", to_at="2023-03-07")
    assert (row["from_at"], row["to_at"]) == (datetime(2023, 3, 6), datetime(2023, 3, 7, 23, 59, 59))


def test_other_types():
    row, refused = read("people", date_of_birth="2010-02-28", adult="FALSE", died_on=date(2020, 1, 1))
    assert (row["date_of_birth"], row["adult"], row["died_on"]) == (date(2010, 2, 28), False, date(2020, 1, 1))
    place, more = read("places", latitude="51.5", longitude=-1, kind="home")
    assert (place["latitude"], place["longitude"], place["kind"], refused + more) == (51.5, -1.0, "home", [])


@pytest.mark.parametrize(
    ("table", "column", "value", "reason"),
    [
        ("actions", "force", "", "is empty, but required"),
        ("actions", "occurrence_id", None, "is empty, but required"),
        ("actions", "action_id", " a", "spaces around it"),
        ("actions", "action_id", "a\x1fb", "control characters"),
        ("actions", "kind", "child_sen", "did you mean child_seen"),
        ("actions", "kind", "Child_Seen", "not a known word"),
        ("actions", "note", "x" * 100_001, "at most 100000"),
        ("actions", "note", "a\0b", "NUL"),
        ("actions", "done", "yes", "true or false, not text of 3 characters"),
        ("actions", "happened_at", "2023-02-30", "no calendar"),
        ("actions", "happened_at", "2023-03-26T01:30", "does not exist"),
        ("actions", "happened_at", "2023-03-06T24:00", "no calendar"),
        ("actions", "happened_at", "06/03/2023", "is expected"),
        ("actions", "happened_at", "2023-03-06T18:00:00.5", "fractions"),
        ("actions", "happened_at", datetime(2023, 3, 6, 18, 0, 0, 1), "fractions"),
        ("actions", "happened_at", datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1))), "edge of the calendar"),
        ("actions", "happened_at_latest", "2023-03-06", "given without happened_at"),
        ("people", "date_of_birth", "20100101", "must be a date"),
        ("people", "date_of_birth", "2010-02-29", "no calendar"),
        ("people", "age_years", "13.0", "whole number"),
        ("people", "age_years", 10**9, "nine digits"),
        ("places", "latitude", "51,5", "decimal number"),
        ("places", "latitude", float("nan"), "finite"),
        ("places", "kind", "shed", "known are"),
        ("occurrences", "judged_at", "soon", "is expected"),
    ],
)
def test_what_is_refused(table, column, value, reason):
    _, refused = read(table, **{column: value})
    ((found, why),) = refused
    assert found == column
    assert reason in why
    if isinstance(value, str) and len(value) > 4:
        assert value not in why


def test_contradictory_latest_instants():
    _, refused = read("actions", happened_at="2023-03-06T12:00", happened_at_latest="2023-03-06T11:00")
    assert refused == [("happened_at_latest", "lies before happened_at")]
    _, refused = read("actions", happened_at="2023-03-06", happened_at_latest="2023-03-07", latest_unknown="true")
    assert refused == [("latest_unknown", "contradicts happened_at_latest")]
    # Where the instant itself is refused, its companion is not blamed as well.
    _, refused = read("actions", happened_at="x", happened_at_latest="2023-03-07")
    assert [column for column, _ in refused] == ["happened_at"]
