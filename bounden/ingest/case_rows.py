"""The lists of a case file as rows of the canonical tables: people, places, occurrences and what hangs on them."""

import re
from datetime import date

from bounden.ingest.case_context import PERIOD, SOURCE, Case, Period
from bounden.ingest.page import Block
from bounden.ingest.refusals import not_a_word_of, shape
from bounden.obligations.clock.local import day_of
from bounden.records import Action, Flag, Involvement, Occurrence, Person, Place, Relationship, Residence, vocabulary

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_OLDEST = 120
_ADULT = 18

_FLAG = ("kind", *PERIOD)
PERSON = (
    "id", "age", "adult", "date_of_birth", "died_on", "sex", "ethnicity", "family_name", "given_names", "flags",
)  # fmt: skip
PLACE = ("id", "kind", "address", "postcode", "uprn", "latitude", "longitude")
RELATIONSHIP = ("person", "other_person", "kind", *PERIOD)
RESIDENCE = ("person", "place", *PERIOD)
OCCURRENCE = (
    "id", "kind", "category", "reported_at", "reported_at_latest", "occurred_at", "occurred_at_latest", "closed_at",
    "closed_at_latest", "grade", "unit", "place", "narrative", "involved", "actions",
)  # fmt: skip
_INVOLVED = ("person", "role", "vehicle")
_ACTION = (
    "kind", "person", "at", "at_latest", "done", "value", "by_id", "by_role", "by_rank", "unit", "note", "recorded_at",
)  # fmt: skip


def _day(block: Block, key: str) -> date | None:
    text = block.text(key)
    if text is None:
        return None
    try:
        if not _DATE.fullmatch(text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        block.refuse(key, f"must be a date such as 2023-03-06, not {shape(text)}")
        return None


def _degrees(block: Block, key: str, most: float) -> float | None:
    text = block.text(key)
    if text is None:
        return None
    if not re.fullmatch(r"[+-]?\d+(\.\d+)?", text) or abs(float(text)) > most:
        block.refuse(key, f"must be degrees between -{most:g} and {most:g}, not {shape(text)}")
        return None
    return float(text)


def people(case: Case, page: Block) -> tuple[list[Person], list[Flag]]:
    """The persons of the case, and their flags."""
    rows, flags = [], []
    for block in page.blocks("people", PERSON):
        person_id = case.declare(block, case.people, "person")
        age = _age(block)
        born = _day(block, "date_of_birth")
        adult = block.truth("adult")
        if age is not None and born is not None:
            block.refuse("age", "is given only where there is no date_of_birth")
        if adult and age is not None and age < _ADULT:
            block.refuse("adult", "contradicts age")
        rows.append(
            Person(
                force=case.force,
                source=SOURCE,
                source_ref=case.url,
                person_id=person_id,
                age_years=age,
                age_on=None if age is None or case.starts_at is None else day_of(case.starts_at.earliest),
                adult=adult,
                date_of_birth=born,
                died_on=_day(block, "died_on"),
                sex=block.text("sex"),
                ethnicity=block.text("ethnicity"),
                family_name=block.text("family_name"),
                given_names=block.text("given_names"),
            )
        )
        flags += _flags(case, block, person_id)
    return rows, flags


def _age(block: Block) -> int | None:
    text = block.text("age")
    if text is None:
        return None
    if not re.fullmatch(r"[0-9]{1,3}", text) or int(text) > _OLDEST:
        block.refuse("age", f"must be whole years from 0 to {_OLDEST}, not {shape(text)}")
        return None
    return int(text)


def _flags(case: Case, person: Block, person_id: str) -> list[Flag]:
    rows = []
    for item in person.texts_or_blocks("flags", _FLAG):
        if isinstance(item, Block):
            kind = item.word("kind", vocabulary.FLAG_KINDS, required=True)
            period = case.period(item)
        else:
            line, kind = item
            period = Period()
            if kind not in vocabulary.FLAG_KINDS:
                person.complain(line, "flags", not_a_word_of(kind, vocabulary.FLAG_KINDS))
        rows.append(
            Flag(force=case.force, source=SOURCE, source_ref=case.url, person_id=person_id, kind=kind or "", **period)
        )
    return rows


def places(case: Case, page: Block) -> list[Place]:
    """The places of the case."""
    return [
        Place(
            force=case.force,
            source=SOURCE,
            source_ref=case.url,
            place_id=case.declare(block, case.places, "place"),
            kind=block.word("kind", vocabulary.PLACE_KINDS),
            address=block.text("address"),
            postcode=block.text("postcode"),
            uprn=block.text("uprn"),
            latitude=_degrees(block, "latitude", 90),
            longitude=_degrees(block, "longitude", 180),
        )
        for block in page.blocks("places", PLACE)
    ]


def relationships(case: Case, page: Block) -> list[Relationship]:
    """How the persons stand to one another."""
    return [
        Relationship(
            force=case.force,
            source=SOURCE,
            source_ref=case.url,
            person_id=case.refer(block, "person", case.people, "person", required=True) or "",
            other_person_id=case.refer(block, "other_person", case.people, "person", required=True) or "",
            kind=block.word("kind", vocabulary.RELATIONSHIP_KINDS, required=True) or "",
            **case.period(block),
        )
        for block in page.blocks("relationships", RELATIONSHIP)
    ]


def residences(case: Case, page: Block) -> list[Residence]:
    """Where the persons live."""
    return [
        Residence(
            force=case.force,
            source=SOURCE,
            source_ref=case.url,
            person_id=case.refer(block, "person", case.people, "person", required=True) or "",
            place_id=case.refer(block, "place", case.places, "place", required=True) or "",
            **case.period(block),
        )
        for block in page.blocks("residences", RESIDENCE)
    ]


def occurrences(case: Case, page: Block) -> tuple[list[Occurrence], list[Involvement], list[Action]]:
    """What happened, who was in it, and what was done or not done."""
    rows: list[Occurrence] = []
    involved: list[Involvement] = []
    actions: list[Action] = []
    for block in page.blocks("occurrences", OCCURRENCE):
        occurrence_id = case.declare(block, case.occurrences, "occurrence")
        reported_at, reported_at_latest = case.span(block, "reported_at", latest="reported_at_latest")
        occurred_at, occurred_at_latest = case.span(block, "occurred_at", latest="occurred_at_latest")
        closed_at, closed_at_latest = case.span(block, "closed_at", latest="closed_at_latest")
        rows.append(
            Occurrence(
                force=case.force,
                source=SOURCE,
                source_ref=case.url,
                occurrence_id=occurrence_id,
                kind=block.word("kind", vocabulary.OCCURRENCE_KINDS, required=True) or "",
                category=block.word("category", vocabulary.CATEGORIES),
                reported_at=reported_at,
                reported_at_latest=reported_at_latest,
                occurred_at=occurred_at,
                occurred_at_latest=occurred_at_latest,
                closed_at=closed_at,
                closed_at_latest=closed_at_latest,
                grade=block.text("grade"),
                unit=block.text("unit"),
                place_id=case.refer(block, "place", case.places, "place"),
                narrative=block.text("narrative"),
                judged_at=case.judged_at,
            )
        )
        involved += [
            Involvement(
                force=case.force,
                source=SOURCE,
                source_ref=case.url,
                occurrence_id=occurrence_id,
                person_id=case.refer(part, "person", case.people, "person", required=True) or "",
                role=part.word("role", vocabulary.ROLES, required=True) or "",
                vehicle=part.truth("vehicle"),
            )
            for part in block.blocks("involved", _INVOLVED)
        ]
        actions += [
            _action(case, occurrence_id, number, part)
            for number, part in enumerate(block.blocks("actions", _ACTION), start=1)
        ]
    return rows, involved, actions


def _action(case: Case, occurrence_id: str, number: int, block: Block) -> Action:
    kind = block.word("kind", vocabulary.ALL_ACTION_KINDS, required=True)
    value = block.text("value")
    values = vocabulary.ACTION_VALUES.get(kind or "")
    if value is not None and values is not None and value not in values:
        block.refuse("value", not_a_word_of(value, values))
    latest_unknown = block.text("at_latest") == "unknown"
    happened_at, happened_at_latest = case.span(block, "at", latest=None if latest_unknown else "at_latest")
    recorded_at, recorded_at_latest = case.span(block, "recorded_at")
    return Action(
        force=case.force,
        source=SOURCE,
        source_ref=case.url,
        action_id=f"{occurrence_id}/{number}",
        occurrence_id=occurrence_id,
        person_id=case.refer(block, "person", case.people, "person"),
        kind=kind or "",
        happened_at=happened_at,
        # With no upper bound the latest reading of a bare date says nothing.
        happened_at_latest=None if latest_unknown else happened_at_latest,
        latest_unknown=latest_unknown,
        done=block.truth("done") is not False,
        value=value,
        by_id=block.text("by_id"),
        by_role=block.text("by_role"),
        by_rank=block.text("by_rank"),
        unit=block.text("unit"),
        note=block.text("note"),
        recorded_at=recorded_at,
        recorded_at_latest=recorded_at_latest,
    )
