"""Invented deliveries of two days: what was on record at one instant, and a while later with some rows edited.

They are made of invented cases or of worked examples, cut to what had happened by then. A little of what is on record
speaks of later, and some people of one case stand in another.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from generated_cases import FORCES, delivery

from bounden.ingest import case_files
from bounden.records import TABLES, Coverage, Records
from bounden.records.columns import Type
from bounden.standards import RULEBOOK
from bounden.standards.examples import DEFAULTS, worked_examples

_CASES, _OF = 60, 400
_LATELY = timedelta(days=45)
_HOURS = (0, 0, 1, 3, 20, 100, 500)
_STEPS = tuple(timedelta(seconds=s) for s in (0, 1, 3600, 86400, 86400, 3 * 86400, 7 * 86400))
_LAGS = tuple(timedelta(hours=h) for h in (0, 0, -5, 1, 1, 12, 48, 200))
_DAYS_AHEAD = (7, 14, 45)
_IDS = ("occurrence_id", "person_id", "other_person_id", "place_id")
_FIXED = frozenset({"force", "source", *_IDS, *(name for table in TABLES.values() for name in table.key)})
_NEVER_EMPTY = frozenset({"done", "latest_unknown", "supplied"})


def of_invented_cases(seed: int, number: int) -> "TwoDays":
    """Days of invented cases that had begun lately, of which chance rows come, change and go."""
    chance = random.Random(f"invented/{seed}/{number}")
    acts = [a for a in delivery(seed, chance.sample(range(100_000), _OF), RULEBOOK).actions if a.happened_at]
    as_of = chance.choice(acts).happened_at + timedelta(hours=chance.choice(_HOURS))
    begun = [a for a in acts if timedelta(0) <= as_of - a.happened_at <= _LATELY]
    numbers = sorted({int(_case(action)[1:]) for action in begun})[:_CASES]
    return TwoDays(chance, delivery(seed, numbers, RULEBOOK), delivery(seed + 1, numbers, RULEBOOK), as_of)


def of_worked_examples(seed: int, number: int) -> "TwoDays":
    """Days of worked examples, in which every row matters to some standard."""
    chance = random.Random(f"worked/{seed}/{number}")
    examples = [one for one in worked_examples() if one.case["starts_at"] == DEFAULTS["starts_at"]]
    cases = [case_files.of_mapping(one.name, one.case) for one in chance.sample(examples, 2 * _CASES)]
    records = case_files.together(cases)
    act = chance.choice([action for action in records.actions if action.happened_at])
    return TwoDays(chance, records, records, act.happened_at + timedelta(hours=chance.choice(_HOURS)))


class TwoDays:
    """Two deliveries: `before`, as things stood at `as_of`, and `after`, at `later`, which is no later than `until`."""

    def __init__(self, chance: random.Random, whole: Records, others: Records, as_of: datetime) -> None:
        """whole: what comes to be on record; others: rows of the same cases that might have been on record, too."""
        self._chance = chance
        self.as_of = as_of
        self.until = self.as_of + timedelta(days=chance.choice(_DAYS_AHEAD))
        self.later = min(self.as_of + chance.choice(_STEPS), self.until)
        whole = self._with_shared_people(self._judged_today(whole))
        lags = {force: chance.choice(_LAGS) for force in chance.sample(FORCES, 5)}
        self.before = _reaching(self._known_by(whole, self.as_of), self.as_of, lags)
        later_lags = {force: chance.choice(_LAGS) if chance.random() < 0.1 else lag for force, lag in lags.items()}
        self.after = self._edited(_reaching(self._known_by(whole, self.later), self.later, later_lags), others)

    def _judged_today(self, records: Records) -> Records:
        """Most cases have a day of their own as of which they are judged: leave it to a few."""
        kept = {_case(row) for row in records.occurrences if self._chance.random() < 0.1}
        occurrences = (o if _case(o) in kept else replace(o, judged_at=None) for o in records.occurrences)
        return replace(records, occurrences=tuple(occurrences))

    def _with_shared_people(self, records: Records) -> Records:
        people = sorted({row.person_id for row in records.involvements})
        forces = {row.person_id: row.force for row in records.involvements}
        same = {person: self._chance.choice(people) for person in people if self._chance.random() < 0.05}
        same = {one: other for one, other in same.items() if forces[one] == forces[other]}

        def renamed(row: Any) -> Any:
            columns = [name for name in ("person_id", "other_person_id") if getattr(row, name, None) in same]
            return replace(row, **{name: same[getattr(row, name)] for name in columns}) if columns else row

        return allowed({name: [renamed(row) for row in getattr(records, name)] for name in TABLES})

    def _known_by(self, records: Records, instant: datetime) -> Records:
        def known(table: str, row: Any) -> bool:
            columns = [column.name for column in TABLES[table].columns if column.type is Type.INSTANT]
            held = [value for name in columns if name != "judged_at" and (value := getattr(row, name))]
            # The same rows of both days, whatever else is drawn.
            return not held or min(held) <= instant or random.Random(repr(row)).random() < 0.02

        return allowed({name: [row for row in getattr(records, name) if known(name, row)] for name in TABLES})

    def _edited(self, records: Records, others: Records) -> Records:
        """In some cases a row left out, changed, or added from the same case as it was drawn another time."""
        chance = self._chance
        forces = {_case(row): row.force for row in records.occurrences}
        rows: dict[str, list[Any]] = {name: [] for name in TABLES}
        more: dict[str, list[tuple[str, Any]]] = defaultdict(list)
        ours: dict[str, list[tuple[str, Any]]] = defaultdict(list)
        for name in TABLES:
            for row in getattr(records, name):
                ours[_case(row)].append((name, row))
            for row in getattr(others, name):
                more[_case(row)].append((name, row))
        for case, held in ours.items():
            form = chance.random()
            if case and form < 0.35:
                table, row = held.pop(chance.randrange(len(held)))
                held += [] if form < 0.1 else [(table, self._changed(table, row))]
            elif case in forces and form < 0.6 and more[case]:
                table, row = chance.choice(more[case])
                new = {"action_id": f"{row.action_id}-new"} if table == "actions" else {}
                held.append((table, replace(self._changed(table, row), force=forces[case], **new)))
            for table, row in held:
                rows[table].append(row)
        return allowed(rows)

    def _changed(self, table: str, row: Any) -> Any:
        chance = self._chance
        column = chance.choice([column for column in TABLES[table].columns if column.name not in _FIXED])
        value: Any = getattr(row, column.name)
        if column.type is Type.INSTANT:
            moved = (value or self.later) + chance.choice((-1, 1)) * chance.choice(_STEPS)
            return replace(row, **{column.name: chance.choice((None, moved, moved))})
        if column.type is Type.TRUTH:
            values = (True, False) if column.name in _NEVER_EMPTY else (True, False, None)
            return replace(row, **{column.name: chance.choice(values)})
        return replace(row, **{column.name: chance.choice(sorted(column.one_of))}) if column.one_of else row


def _reaching(records: Records, instant: datetime, lags: Mapping[str, timedelta]) -> Records:
    """With feeds of some forces that reach the instant, or nearly."""
    said = {"source": "general", "table": "actions", "kind": "*", "supplied": True}
    feeds = [Coverage(force=force, to_at=instant - lag, **said) for force, lag in lags.items()]
    return replace(records, coverage=(*records.coverage, *feeds))


def _case(row: Any) -> str:
    """The name of the case to which a row belongs."""
    named = str(next((value for name in _IDS if (value := getattr(row, name, None))), ""))
    return named.partition("/")[0] if "/" in named else named.partition("-")[0]


def allowed(rows: Mapping[str, Iterable[Any]]) -> Records:
    """Of these rows those that one delivery may hold: no id twice, and what a row names is there."""
    found = {name: list(dict.fromkeys(held)) for name, held in rows.items()}
    for name, key in (("people", "person_id"), ("places", "place_id"), ("occurrences", "occurrence_id")):
        found[name] = list({(row.force, getattr(row, key)): row for row in found[name]}.values())
    found["actions"] = list({(row.force, row.action_id): row for row in found["actions"]}.values())
    there = {
        "occurrence_id": {(row.force, row.occurrence_id) for row in found["occurrences"]},
        "person_id": {(row.force, row.person_id) for row in found["people"]},
        "place_id": {(row.force, row.place_id) for row in found["places"]},
    }
    there["other_person_id"] = there["person_id"]

    def fits(row: Any) -> bool:
        begins, ends = getattr(row, "from_at", None), getattr(row, "to_at", None)
        if begins and ends and ends < begins:
            return False
        if isinstance(row, Coverage) and row.table != "actions" and row.kind != "*":
            return False
        named = [(name, value) for name in _IDS if (value := getattr(row, name, None))]
        return all((row.force, value) in there[name] for name, value in named)

    return Records(**{name: tuple(row for row in held if fits(row)) for name, held in found.items()})
