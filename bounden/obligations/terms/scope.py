"""Which occurrences a standard looks at (record tests, 1.10)."""

from dataclasses import dataclass, replace

from bounden.obligations.terms.people import CHILD_SUBJECTS, People
from bounden.records.vocabulary import CATEGORIES

ABUSE = frozenset(
    [
        "physical_abuse",
        "sexual_abuse",
        "sexual_exploitation",
        "criminal_exploitation",
        "online_abuse",
        "neglect",
        "harmful_sexual_behaviour",
    ]
)


#: A flag on a person is judged as if it were an occurrence of this kind: its category the kind of flag, reported when
#: it began, with that person in it in the role of the same name (AH-11). No record has either.
FLAG = "flag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """One way to fit. Empty kinds or categories: any. An empty category on record counts as `other`.

    having: at least one person of each set must be there; whether one is may be impossible to tell.
    """

    kinds: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    having: tuple[People, ...] = ()

    def fits(self, kind: str, category: str) -> bool:
        """Whether an occurrence of this kind and category may fit; who is in it, is not asked."""
        right_kind = kind in self.kinds if self.kinds else kind != FLAG
        return right_kind and (not self.categories or category in self.categories)


@dataclass(frozen=True, slots=True)
class Scope:
    """An occurrence is looked at if it fits one of the ways."""

    ways: tuple[Looks, ...]

    def having(self, *people: People) -> "Scope":
        """Only where at least one person of each set is there."""
        return Scope(tuple(replace(way, having=way.having + people) for way in self.ways))

    def __or__(self, other: "Scope") -> "Scope":
        return Scope(self.ways + other.ways)


def occurrences(kind: str, *categories: str, besides: tuple[str, ...] = ()) -> Scope:
    """Occurrences of a kind, in these categories (none named: any), but not in those of `besides`."""
    chosen = frozenset(categories) if categories or not besides else CATEGORIES
    return Scope((Looks(kinds=frozenset({kind}), categories=chosen - frozenset(besides)),))


def incident(*categories: str) -> Scope:
    """Incidents in these categories; none named: any."""
    return occurrences("incident", *categories)


def risk_incident() -> Scope:
    """An incident of any category but other; or other with a child as its subject."""
    return incident(*sorted(CATEGORIES - {"other"})) | incident("other").having(CHILD_SUBJECTS)


def abuse_incident() -> Scope:
    """Incidents of abuse, exploitation, neglect or harmful sexual behaviour."""
    return incident(*sorted(ABUSE))


def missing() -> Scope:
    """Missing episodes."""
    return occurrences("missing")


def detention(*, besides: tuple[str, ...] = ()) -> Scope:
    """Detentions, but not in the categories of `besides`."""
    return occurrences("detention", besides=besides)


def police_protection() -> Scope:
    """Uses of police protection (Children Act 1989, section 46)."""
    return occurrences("police_protection")


def registration() -> Scope:
    """Registered sex offenders under management."""
    return occurrences("registration")


def flag(*kinds: str) -> Scope:
    """No occurrence, but every flag of these kinds that a person has and that has a beginning on record."""
    return occurrences(FLAG, *kinds)


def any_occurrence() -> Scope:
    """Every occurrence."""
    return Scope((Looks(),))
