"""A standard's terms in sentences: for whom, from when, by when, what counts, what excuses, what ends it."""

from bounden.obligations.parameters import Limit, Parameters
from bounden.obligations.terms import (
    AboutAChild,
    AgedFrom,
    AgedUpTo,
    Alternative,
    AtOnce,
    Attendance,
    BeforeTheEnd,
    Breach,
    ByCurrentGrade,
    ByFirstGrade,
    ByTimeLimit,
    CarerArrested,
    CategoryRecorded,
    ChildKnown,
    Condition,
    Due,
    DueOf,
    Each,
    EachLowering,
    EachNight,
    EachRow,
    EarlierOf,
    EitherOf,
    Ending,
    Evidence,
    Excuse,
    First,
    FirstCounted,
    FirstOfEachDay,
    FirstText,
    FirstThen,
    FirstUnattended,
    FlagBegun,
    Flagged,
    FlagHeld,
    Followed,
    FromTheNth,
    GradedAtDue,
    HasChildAtRisk,
    ItsEntry,
    ItsNote,
    ItsRank,
    LastBefore,
    LaterOf,
    LookedAfter,
    Mark,
    Member,
    NextSchoolDay,
    NotDenied,
    NotKnownUnder,
    Occurred,
    OnRecord,
    OnTheRegister,
    People,
    PhraseFound,
    Preceded,
    ReasonRecorded,
    RecordedValue,
    Repeated,
    RepeatReport,
    Report,
    ReportedBy,
    SameDay,
    SameTimeOfWeek,
    Scope,
    SecondInARow,
    SignificantHarm,
    SignificantHarmSuspected,
    SoonerAfter,
    Start,
    Supplied,
    Under,
    UnderWay,
    WakingHours,
    Within,
    WithinIf,
    WithoutResidence,
)
from bounden.obligations.terms.scope import Looks
from bounden.obligations.wording.instants import say_limit
from bounden.obligations.wording.kinds import say_any, say_kind, say_word
from bounden.records.vocabulary import CATEGORIES

_OCCURRENCES = {
    "missing": "missing episode",
    "registration": "registration of a sex offender",
    "disclosure": "request for disclosure",
}


def say_scope(scope: Scope) -> str:
    """Which occurrences are looked at."""
    return "; or ".join(_way(way) for way in scope.ways)


def _way(way: Looks) -> str:
    kind = " or ".join(_OCCURRENCES.get(k, say_word(k)) for k in sorted(way.kinds)) or "any occurrence"
    if not way.categories:
        said = kind
    elif way.categories == {"other"}:
        said = f"{kind} of no special kind"
    elif len(way.categories) > len(CATEGORIES) - 3:
        absent = CATEGORIES - way.categories
        said = f"{kind} of any category but {say_any(absent)}" if absent else kind
    else:
        said = f"{kind} of {say_any(way.categories)}"
    having = " and ".join(_somebody(p) for p in way.having)
    return f"{said} with {having}" if having else said


def _somebody(people: People) -> str:
    return people.name.replace("each ", "a ", 1)


def say_for_each(for_each: People | Each) -> str:
    """For whom an obligation is made."""
    return str(for_each.value) if isinstance(for_each, Each) else for_each.name


def say_start(start: Start, parameters: Parameters) -> str:  # noqa: C901 - one case for each term of a closed set
    """From which instant time runs."""
    match start:
        case Report():
            return "the report"
        case FlagBegun():
            return "the beginning of the flag"
        case Occurred():
            return "the day on which it happened, or else the report"
        case Attendance():
            return "the arrival of officers, or 24 hours after the report if that is earlier"
        case ChildKnown():
            return "the moment police knew of the child"
        case First(kinds, values, else_report):
            said = f"the first of: {', '.join(say_kind(k) for k in kinds)}" if len(kinds) > 1 else say_kind(kinds[0])
            said += f" ({say_any(values)})" if values else ""
            return f"{said}, or else the report" if else_report else said
        case FromTheNth(number, kind):
            return f"each: {say_kind(kind)}, from number {number} on"
        case SecondInARow(kind, value):
            return f"the second in a row: {say_kind(kind)} ({say_word(value)})"
        case WithoutResidence():
            return "the report or the end of the last residence, while he lives nowhere"
        case FirstUnattended():
            return "the moment it was resolved or closed without anybody attending"
        case EachRow(kinds):
            each = (f"{say_kind(k)} ({say_any(start.values[k])})" if k in start.values else say_kind(k) for k in kinds)
            return f"each: {', '.join(each)}{', or else the report' if start.else_report else ''}"
        case FirstOfEachDay(kinds):
            each = (f"{say_kind(k)} ({say_any(start.values[k])})" if k in start.values else say_kind(k) for k in kinds)
            return f"the first of each day: {', '.join(each)}"
        case FirstText(phrases):
            return f"what is written on record, first where one of these stands: {say_any(phrases)}"
        case EachLowering(kinds):
            return f"each grade that is below the one before: {', '.join(say_kind(k) for k in kinds)}"
        case CarerArrested():
            return "the arrest of a carer, or of an adult of the child's family or household"
        case LastBefore(kind, before):
            return f"the last of: {say_kind(kind)}; up to: {say_kind(before)}"
        case RepeatReport(kind, within, otherwise):
            lately = f"where in the {say_limit(Limit.parse(within))} before it there was of a victim: {say_kind(kind)}"
            return f"the report, {lately}; else {say_start(otherwise, parameters)}"
        case SignificantHarm():
            return "the first reasonable cause to suspect significant harm"
        case EarlierOf(one, other):
            return f"{say_start(one, parameters)}; or, if earlier, {say_start(other, parameters)}"
        case LaterOf(one, other):
            return f"{say_start(one, parameters)}; or, if later, {say_start(other, parameters)}"
        case DueOf(standard):
            return f"the limit of {standard}, where it was not kept"
        case Repeated(often=often):
            return f"the report, where it is at least the {_nth(often, parameters)} about the same child"
        case FirstCounted(of):
            return f"the first of the {parameters.frequency(of.often).times} or more reports"
        case Mark(limit, unless):
            passed = f"the moment {say_limit(parameters.limit(limit))} after the report"
            return f"{passed}, unless this came first: {say_endings(unless)}" if unless else passed
        case EachNight():
            at = f"{parameters.clock_time(start.at):%H:%M}"
            return f"each {at} from {say_start(start.begins, parameters)} until: {say_endings(start.until)}"


def _nth(often: str, parameters: Parameters) -> str:
    found = parameters.frequency(often)
    ordinal = {1: "first", 2: "second", 3: "third", 4: "fourth"}.get(found.times, f"{found.times}th")
    return f"{ordinal} within {say_limit(found.within)}"


def say_due(due: Due, parameters: Parameters) -> str:  # noqa: C901 - one case for each term of a closed set
    """By when."""

    def limit(text: str) -> str:
        return say_limit(parameters.limit(text))

    match due:
        case AtOnce():
            return "at that same moment"
        case Within(text):
            return f"within {limit(text)}"
        case WithinIf(condition, text, otherwise):
            where = say_condition(condition, parameters)
            return f"within {limit(text)} where {where}, otherwise within {limit(otherwise)}"
        case SoonerAfter(text, kinds, after):
            acts = ", or ".join(say_kind(kind) for kind in kinds)
            return f"within {limit(text)} or, if sooner, within {limit(after)} after {acts}"
        case SameDay(text):
            return f"by the end of that day, or within {limit(text)} if that is later"
        case NextSchoolDay():
            return "before the start of the next school day"
        case FirstThen(first, then):
            return f"within {limit(first)} the first time, and then within {limit(then)} of the last"
        case BeforeTheEnd(end=end, limit=text):
            return f"before this: {say_endings((end,))}; and within {limit(text)} at most"
        case WakingHours(text):
            return f"within {limit(text)}, the hours of rest not counted"
        case ByFirstGrade(limits=limits, otherwise=otherwise):
            said = [f"{say_word(g)}: within {_sum(steps, parameters)}" for g, steps in limits.items()]
            return f"by the first grade ({'; '.join(said)}); otherwise within {_sum(otherwise, parameters)}"
        case ByCurrentGrade(limits=limits):
            said = [f"{say_word(grade)}: within {limit(text)}" for grade, text in limits.items()]
            return f"by the grade ({'; '.join(said)}); a higher grade brings the limit forward"
        case ByTimeLimit(limits):
            said = [f"{say_word(word)}: within {limit(text)}" for word, text in limits.items()]
            return f"by the time limit that it sets ({'; '.join(said)}; a date: by the end of that day)"


def _sum(steps: tuple[str, ...], parameters: Parameters) -> str:
    limits = [parameters.limit(s) for s in steps]
    return " and then ".join(say_limit(Limit(each.amount, each.unit)) for each in limits)


def say_evidence(evidence: Evidence, parameters: Parameters) -> str:
    """What counts as done."""
    return "; and ".join(_member(m, parameters) for m in evidence.members)


def _member(member: Member, parameters: Parameters) -> str:
    said = ", or ".join(_alternative(a, parameters) for a in member.alternatives)
    return f"{said} (needed if {say_condition(member.when, parameters)})" if member.when else said


def _alternative(one: Alternative, parameters: Parameters) -> str:  # noqa: C901 - a closed set
    if isinstance(one, FlagHeld) and one.begun_since:
        return f"a flag of {say_any(one.kinds)} begun since {say_start(one.begun_since, parameters)}"
    if isinstance(one, FlagHeld):
        return f"a flag of {say_any(one.kinds)} held"
    if isinstance(one, ItsEntry):
        return "the flag entered"
    if isinstance(one, ItsNote):
        return "a note on the record of the act itself"
    if isinstance(one, ItsRank):
        return f"the act itself by the rank of {say_word(parameters.rank(one.rank))} or above"
    said = say_kind(one.kind)
    if one.values:
        said += f" ({say_any(one.values)}{', or unnamed' if one.or_no_value else ''})"
    if one.by_role:
        said += f" by {say_any(one.by_role)}"
    if one.rank:
        said += f" by the rank of {say_word(one.rank)} or above"
    if one.by_another_than:
        said += " by another officer than the one who began it"
    if one.naming_child:
        said += ", on a record that names the child"
    if one.signed:
        said += ", saying by whom"
    if one.near:
        said += f", within {say_limit(parameters.limit(one.near))} before or after"
    if one.not_before:
        said += f", not before this: {say_kind(one.not_before)}"
    if isinstance(one.since, str):
        limit = parameters.limit(one.since)
        said += f", not more than {say_limit(limit)} before" if limit.amount else ", not before that"
    elif one.since:
        said += f", since {say_start(one.since, parameters)}"
    if one.anywhere:
        said += ", in any record about the person" if one.since else ", in any record about the person from then on"
    if one.elsewhere:
        said += f", also in any other record of {one.elsewhere.name} from then on"
    return said


def say_condition(condition: Condition, parameters: Parameters) -> str:  # noqa: C901 - a closed set
    """A condition on the person or the occurrence."""
    match condition:
        case Flagged(kinds):
            return f"flagged {say_any(kinds)}"
        case OnTheRegister():
            return "a registered sex offender"
        case UnderWay(begun, ended):
            said = ", or ".join(f"{say_kind(k)} ({say_any(v)})" if v else say_kind(k) for k, v in ended.items())
            return f"since {say_kind(begun)} and until {said}"
        case Supplied(table):
            return f"the extract says that the table of {say_word(table)} is complete"
        case LookedAfter():
            return "looked after, or living in a care home"
        case AgedFrom(years):
            return f"aged {parameters.years(years)} or over"
        case AgedUpTo(years):
            return f"aged {parameters.years(years)} or under"
        case Under(years):
            return f"under {parameters.years(years)}"
        case NotKnownUnder(years):
            return f"not known to be under {parameters.years(years)}"
        case EitherOf(conditions):
            return ", or ".join(say_condition(c, parameters) for c in conditions)
        case NotDenied(kind):
            return f"it is not recorded that this was not done: {say_kind(kind)}"
        case OnRecord(kind):
            return f"it is on record: {say_kind(kind)}"
        case RecordedValue(kind, values):
            return f"{say_kind(kind)} as {say_any(values)}"
        case Followed(first, by, flags):
            flagged = f", or a flag of {say_any(flags)}," if flags else ""
            return f"{say_kind(first)} was followed by: {say_kind(by)}{flagged}"
        case ReasonRecorded(standard):
            return f"a reason under {standard} is on record for the child"
        case SignificantHarmSuspected():
            return "there is reasonable cause to suspect significant harm of the child"
        case AboutAChild(or_suspect):
            return "about a child, or about a suspect in a child's case" if or_suspect else "about a child"
        case CategoryRecorded():
            return "what kind of case it is stands on record"
        case HasChildAtRisk():
            return "the occurrence has a child at risk"
        case ReportedBy(role, another):
            made = f"made by the {say_word(role)}, or it is not on record by whom"
            return f"made by somebody else than the {say_word(role)}" if another else made
        case GradedAtDue(grades):
            return f"the risk is graded {say_any(grades)} by then"


def say_breach(breach: Breach, parameters: Parameters) -> str:
    """In what form the act must not be done."""
    match breach:
        case SameTimeOfWeek(parts):
            hours = " and ".join(f"{hour}:00" for hour in parts)
            return f"on the weekday and in the part of the day (parted at {hours}) of both such acts before it"
        case PhraseFound():
            return "where one of those phrases stands in what is written; a person confirms or dismisses what is found"
        case Preceded(by, within):
            acts = ", or ".join(_alternative(one, parameters) for one in by)
            return f"not more than {say_limit(parameters.limit(within))} after: {acts}"
        case values:
            return f"recorded as {say_any(values)}"


def say_excuse(excuse: Excuse | None) -> str:
    """What excuses it."""
    if excuse is None:
        return "nothing excuses it"
    if excuse.rank:
        said = f"the reason written down by somebody of the rank of {say_word(excuse.rank)} or above, by the limit"
    elif excuse.by_role:
        said = f"the reason written down by the {say_word(excuse.by_role)}, by the limit"
    else:
        said = "the reason written down under this standard, with rank, by the limit"
    return f"{said}; or {say_kind(excuse.or_done)} by then" if excuse.or_done else said


def say_endings(ends: tuple[Ending, ...]) -> str:
    """What ends the cause, so that nothing is owed any more."""
    said = []
    for ending in ends:
        if ending.rationale_for:
            said.append(f"a recorded reason that {ending.rationale_for} takes its place")
            continue
        said += [say_kind(kind) for kind in ending.kinds]
        if ending.closed_at or ending.else_closed_at:
            said.append("the record closed")
        if ending.flag:
            said.append(f"the end of the flag {say_word(ending.flag)}")
        if ending.died:
            said.append("the person's death")
    return "; ".join(said) if said else "nothing but the child's death"
