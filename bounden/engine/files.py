"""What every standard reads: the records as they stood at the instant of judgement, made once a run.

Occurrences and people get a number each, in the order of force and id, so that joins are short. A *file* is an
occurrence as it stood at an instant: its own `as_of`, or that of another occurrence of the same people from which it is
looked at.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any, TypeVar, cast

import ibis

from bounden.engine.flag_files import begun_flags, entries, with_flagged, with_flags
from bounden.engine.joins import beside, within
from bounden.engine.nobody import NONE, nobody
from bounden.engine.plan import Plan, Step
from bounden.engine.standing import (
    care_homes_lived_in,
    coverage_rows,
    flags_held,
    numbered,
    occurrence_numbers,
    people_with_births,
    person_numbers,
    report_mates,
    residences_held,
    ties_to_children,
)
from bounden.engine.tables import declared
from bounden.obligations.judging.deeds import LONG_AGO
from bounden.obligations.terms.scope import FLAG
from bounden.records.vocabulary import ACTION_VALUES, ROLES

JUDGEMENT = ibis.table({"as_of": "timestamp"}, name="judgement")
# The column of `roles` that tells of each role.
_ROLE_COLUMNS = {role: f"is_{role}" for role in sorted({*ROLES, FLAG})}
RANKS = ibis.table({"by_rank": "string", "rank": "int64"}, name="ranks")


@dataclass(frozen=True, slots=True)
class Files:
    """The prepared relations.

    files: file, occurrence (below zero: a flag, see `flag_files`), force, source, unit, occurrence_id, occurrence_kind,
        occurrence_category (empty: other), category_known, grade, as_of, own, report_*, closed_*, occurred_* (also
        where it lies after as_of).
    people: person, force, person_id, adult, dated, born_earliest, born_latest, age, died_on.
    parts: file, person, role, vehicle. roles: occurrence, person, and for each role whether it is theirs.
    about: occurrence, person: whom an occurrence names anywhere.
    mates: occurrence, mate: the other recommendations of its report.
    done: file, action_id, kind, value, person, earliest, latest, by_id, by_role, by_rank, rank, noted.
    denied: file, action_id, kind, value, person, earliest, latest, until, dated, beaten_by_any, beaten_by_nobody.
    beaten: file, action_id, beater: done rows that name a person and beat a denial for that person.
    flags, homes: person, kind, from_*, to_*.
    residences: person, place_id, from_*, to_*. ties: child, other (linked by a relationship), from_*, to_*.
    entries: occurrence (that of a flag), entered_*.
    coverage: force, table, kind, supplied, from_at, to_at, occurrence, person.
    """

    plan: Plan
    files: Any
    people: Any
    parts: Any
    roles: Any
    about: Any
    mates: Any
    actions: Any
    done: Any
    denied: Any
    beaten: Any
    entries: Any
    flags: Any
    homes: Any
    residences: Any
    ties: Any
    coverage: Any

    def keep(self, name: str, expression: Any) -> Any:
        """Compute an expression once, as a step of the plan at hand: Ibis repeats what it finds twice."""
        return self.plan.keep(name, expression)

    def milestone(self, name: str, expression: Any) -> Any:
        """The same, under this very name in every plan."""
        return self.plan.keep(name, expression, exactly=True)

    def described(self, asked: Any) -> Any:
        """The rows with occurrence_kind and occurrence_category of their file."""
        missing = [c for c in ("occurrence_kind", "occurrence_category") if c not in asked.columns]
        return beside(asked, self.files.select("file", *missing), ["file"]) if missing else asked

    def in_roles(self, **asked: Iterable[str]) -> Any:
        """occurrence, person, and under each name asked whether one of these roles is theirs there."""
        told = {}
        for name, roles in asked.items():
            told[name] = ibis.literal(False)
            for role in sorted(roles):
                told[name] = told[name] | self.roles[_ROLE_COLUMNS[role]]
        return self.roles.select("occurrence", "person", **told)

    def denials(self, asked: Any, *kinds: str) -> Any:
        """Denials of these kinds that hold for the person of each row of `asked` (file, person; NONE: anybody).

        Those that a done row beats for that person are left out.
        """
        denied = self.denied.filter(self.denied.kind.isin(list(kinds)))
        denied = denied.rename(row_person="person", denial_id="action_id", denial_kind="kind")
        pairs = within(asked, denied.drop("earliest", "latest"), ["file"])
        pairs = pairs.filter((pairs.person == NONE) | pairs.row_person.isin([NONE, pairs.person]))
        beaten = self.beaten.filter(self.beaten.beater != NONE)
        beaten = beaten.select("file", denial_id="action_id", person="beater", beaten_for_him=ibis.literal(True))
        pairs = beside(pairs, beaten, ["file", "denial_id", "person"])
        beaten_for = pairs.beaten_by_nobody | pairs.beaten_for_him.fill_null(False)
        kept = ~(pairs.person == NONE).ifelse(pairs.beaten_by_any, beaten_for)
        return pairs.filter(kept).drop("beaten_by_any", "beaten_by_nobody", "beaten_for_him", "dated")

    def on(self, plan: Plan) -> "Files":
        """The same relations, with another plan at hand."""
        return replace(self, plan=plan)


_SHARED: dict[Any, tuple[Any, tuple[Step, ...]]] = {}

_Form = TypeVar("_Form", bound=Callable[..., Any])


def shared(form: _Form) -> _Form:
    """Build what a form makes of the same arguments once for all plans: building an expression is what takes long."""

    @wraps(form)
    def built(files: Files, *arguments: Any) -> Any:
        key = (form, *(_comparable(one) for one in arguments))
        if key not in _SHARED:
            before = len(files.plan.asked_for)
            _SHARED[key] = form(files, *arguments), tuple(files.plan.asked_for[before:])
        else:
            files.plan.take(_SHARED[key][1])
        return _SHARED[key][0]

    return cast(_Form, built)


def _comparable(argument: Any) -> Any:
    if hasattr(argument, "op"):
        return argument.op()
    return tuple(argument) if isinstance(argument, list) else argument


def prepare(plan: Plan) -> Files:
    """The steps that make the relations."""
    people = plan.keep("persons", people_with_births(), exactly=True)
    occurrences = plan.keep("occurrence_numbers", _occurrences(), exactly=True)
    actions = plan.keep("actions_numbered", _actions(occurrences, people), exactly=True)
    parts = plan.keep("parts", _parts(occurrences, people), exactly=True)
    about = plan.keep("about", _about(parts, actions), exactly=True)
    begun = plan.keep("begun_flags", begun_flags(people), exactly=True)
    parts_and_flagged = plan.keep("parts_and_flagged", with_flagged(parts, begun), exactly=True)
    judged = plan.keep("occurrences_and_flags", with_flags(occurrences, about, begun, JUDGEMENT), exactly=True)
    mates = plan.keep("mates", report_mates(occurrences), exactly=True)
    seen = plan.keep("seen", _seen(judged, about, mates), exactly=True)
    files = plan.keep("files", _files(seen, judged, actions), exactly=True)
    denials = plan.keep("denials_read", _denied(files, actions), exactly=True)
    done = plan.keep("done", _done(files, actions, denials), exactly=True)
    beaten = plan.keep("beaten", _beaten(done, denials), exactly=True)
    denied = plan.keep("denied", _with_beaten(denials, beaten), exactly=True)
    return Files(
        plan=plan,
        files=files,
        people=people,
        parts=parts_and_flagged,
        roles=plan.keep("roles_held", _roles(parts_and_flagged), exactly=True),
        about=about,
        mates=mates,
        actions=actions,
        done=done,
        denied=denied,
        beaten=beaten,
        entries=plan.keep("flag_entries", entries(people, begun), exactly=True),
        flags=plan.keep("flags_held", flags_held(people), exactly=True),
        residences=plan.keep("residences_held", residences_held(people), exactly=True),
        homes=plan.keep("homes", care_homes_lived_in(people), exactly=True),
        ties=plan.keep("ties", ties_to_children(people), exactly=True),
        coverage=plan.keep("covered", coverage_rows(occurrences, people), exactly=True),
    )


def _occurrences() -> Any:
    rows = declared("occurrences").cross_join(JUDGEMENT)
    own = ibis.coalesce(rows.judged_at, rows.as_of)
    rows = rows.mutate(category_known=rows.category.notnull())
    rows = rows.mutate(category=rows.category.fill_null("other"), as_of=(own < rows.as_of).ifelse(own, rows.as_of))
    return numbered(rows, "occurrence", "force", "occurrence_id")


def _actions(occurrences: Any, people: Any) -> Any:
    rows = within(declared("actions"), occurrence_numbers(occurrences), ["force", "occurrence_id"])
    rows = beside(rows, person_numbers(people), ["force", "person_id"])
    rows = beside(rows, RANKS, ["by_rank"])
    supervisor = rows.by_rank.isnull() | (rows.by_rank == "")
    rank = rows["rank"].fill_null((supervisor & (rows.by_role == "supervisor").fill_null(False)).ifelse(1, None))
    rows = rows.mutate(person=rows.person.fill_null(nobody()), rank=rank)
    return rows.select(
        "action_id",
        "occurrence",
        "person",
        "kind",
        "happened_at",
        "happened_at_latest",
        "latest_unknown",
        "recorded_at",
        "recorded_at_latest",
        "done",
        "value",
        "by_id",
        "by_role",
        "by_rank",
        "rank",
        noted=rows.note.nullif("").notnull(),
    )


def _parts(occurrences: Any, people: Any) -> Any:
    rows = within(declared("involvements"), occurrence_numbers(occurrences), ["force", "occurrence_id"])
    return within(rows, person_numbers(people), ["force", "person_id"]).select(
        "occurrence", "person", "role", "vehicle"
    )


def _roles(parts: Any) -> Any:
    return parts.group_by("occurrence", "person").aggregate(
        **{name: (parts.role == role).any() for role, name in _ROLE_COLUMNS.items()}
    )


def _about(parts: Any, actions: Any) -> Any:
    named = actions.filter(actions.person != NONE)
    return ibis.union(parts.select("occurrence", "person"), named.select("occurrence", "person"), distinct=True)


def _seen(occurrences: Any, about: Any, mates: Any) -> Any:
    """Each occurrence at its own instant, and at those of other occurrences of its people and of its report."""
    own = occurrences.select("occurrence", "as_of")
    looking = within(about, own, ["occurrence"]).select("person", "as_of").distinct()
    looked_at = within(about, looking, ["person"]).select("occurrence", "as_of")
    of_report = within(mates, own, ["occurrence"]).select("as_of", occurrence="mate")
    return ibis.union(own, looked_at, of_report.select("occurrence", "as_of"), distinct=True)


def _files(seen: Any, judged: Any, actions: Any) -> Any:
    rows = within(seen, judged.rename(own_as_of="as_of"), ["occurrence"])
    rows = beside(rows, _first_reported(seen, actions), ["occurrence", "as_of"])
    latest = _cut(rows.reported_at, ibis.coalesce(rows.reported_at_latest, rows.reported_at), rows.as_of)
    closed = (rows.closed_at <= rows.as_of).ifelse(rows.closed_at, None)
    rows = rows.mutate(
        own=rows.as_of == rows.own_as_of,
        report_earliest=ibis.coalesce(rows.reported_at, rows.first_earliest),
        report_latest=rows.reported_at.notnull().ifelse(latest, rows.first_latest),
        occurred_earliest=rows.occurred_at,
        occurred_latest=_cut(rows.occurred_at, ibis.coalesce(rows.occurred_at_latest, rows.occurred_at), rows.as_of),
        closed_earliest=closed,
        closed_latest=_cut(closed, ibis.coalesce(rows.closed_at_latest, closed), rows.as_of),
    )
    rows = rows.mutate(file=ibis.row_number().over(order_by=[rows.occurrence, rows.as_of]) + 1)
    rows = rows.rename(occurrence_kind="kind", occurrence_category="category")
    return rows.drop(
        "own_as_of",
        "reported_at",
        "reported_at_latest",
        "occurred_at",
        "occurred_at_latest",
        "closed_at",
        "closed_at_latest",
        "first_earliest",
        "first_latest",
    )


def _cut(earliest: Any, latest: Any, as_of: Any) -> Any:
    """The latest reading, no later than `as_of` and no earlier than the earliest; empty where that is."""
    kept = (latest < as_of).ifelse(latest, as_of)
    return ibis.cases((earliest.isnull(), None), (kept < earliest, earliest), else_=kept)


def _first_reported(seen: Any, actions: Any) -> Any:
    rows = actions.filter(actions.done & (actions.kind == "reported") & actions.happened_at.notnull())
    rows = within(rows, seen, ["occurrence"])
    rows = rows.filter(rows.happened_at <= rows.as_of)
    rows = rows.mutate(latest=_latest(rows, rows.happened_at))
    return rows.group_by("occurrence", "as_of").aggregate(
        first_earliest=rows.happened_at.min(), first_latest=rows.latest.min()
    )


def _latest(rows: Any, earliest: Any) -> Any:
    recorded = ibis.coalesce(rows.recorded_at_latest, rows.recorded_at, rows.as_of)
    stated = ibis.coalesce(rows.happened_at_latest, rows.happened_at, recorded)
    return _cut(earliest, rows.latest_unknown.ifelse(rows.as_of, stated), rows.as_of)


def _spanned(files: Any, actions: Any) -> Any:
    """Actions as they stood in each file that looks at them."""
    looked_at = files.select("file", "occurrence", "as_of", "report_earliest")
    rows = within(actions, looked_at, ["occurrence"])
    earliest = ibis.coalesce(rows.happened_at, rows.report_earliest, ibis.literal(LONG_AGO))
    return rows.mutate(earliest=earliest, latest=_latest(rows, earliest))


def _denied(files: Any, actions: Any) -> Any:
    rows = _spanned(files, actions.filter(~actions.done))
    rows = rows.filter(rows.happened_at.isnull() | (rows.happened_at <= rows.as_of))
    return rows.select(
        "file",
        "action_id",
        "kind",
        "value",
        "person",
        "earliest",
        "latest",
        until=ibis.coalesce(rows.happened_at, rows.as_of),
        dated=rows.happened_at.notnull(),
    )


def _done(files: Any, actions: Any, denied: Any) -> Any:
    rows = _spanned(files, actions.filter(actions.done))
    rows = rows.filter(rows.earliest <= rows.as_of)
    dated = denied.filter(denied.dated).select(
        "file", "kind", denied_value=denied.value, denied_person=denied.person, until=denied.until
    )
    pairs = within(rows.select("file", "action_id", "kind", "value", "person"), dated, ["file", "kind"])
    same_value = pairs.denied_value.isnull() | (pairs.denied_value == pairs.value)
    pairs = pairs.filter(same_value.fill_null(False) & pairs.denied_person.isin([NONE, pairs.person]))
    raised = pairs.group_by("file", "action_id").aggregate(until=pairs.until.max())
    rows = beside(rows, raised, ["file", "action_id"])
    until = (rows.until < rows.latest).ifelse(rows.until, rows.latest)
    later = rows.until.notnull() & (until > rows.earliest)
    earliest = later.ifelse(until, rows.earliest)
    return (
        rows.mutate(earliest=earliest)
        .select(
            "file",
            "action_id",
            "kind",
            "value",
            "person",
            "earliest",
            "latest",
            "by_id",
            "by_role",
            "by_rank",
            "rank",
            "noted",
        )
        .order_by(ibis._.kind.hash())
    )


def _beaten(done: Any, denied: Any) -> Any:
    """Done rows that beat a denial of the same kind and value (record tests, 1.3), by the person that they name."""
    pairs = within(
        denied.select("file", "kind", "value", "until", "dated", "action_id"),
        done.select("file", "kind", "latest", done_value=done.value, beater=done.person),
        ["file", "kind"],
    )
    any_value = pairs.done_value.isnull() | ~pairs.kind.isin(sorted(ACTION_VALUES))
    same = (pairs.value == pairs.done_value) | (pairs.value.isnull() & any_value)
    pairs = pairs.filter(same.fill_null(False) & ~(pairs.dated & (pairs.latest >= pairs.until)))
    return pairs.select("file", "action_id", "beater").distinct()


def _with_beaten(denied: Any, beaten: Any) -> Any:
    by_row = beaten.group_by("file", "action_id").aggregate(beaten_by_nobody=(beaten.beater == NONE).any())
    joined = beside(denied, by_row, ["file", "action_id"])
    return joined.mutate(
        beaten_by_any=joined.beaten_by_nobody.notnull(), beaten_by_nobody=joined.beaten_by_nobody.fill_null(False)
    )
