"""Words that lay the blame for abuse on the child."""

from bounden.obligations.terms import (
    CHILDREN_INVOLVED,
    AtOnce,
    Class,
    Each,
    FirstText,
    PhraseFound,
    Severity,
    Standard,
    Test,
    Type,
    any_occurrence,
)
from bounden.standards.investigation_sources import LIFESTYLE_CHOICE, WORDS_FOR_CHILDREN
from bounden.standards.sources import MISSING_CHILDREN_MET
from bounden.standards.wordings import phrases_of

BLAMING_LANGUAGE = phrases_of("investigations/blaming_language.yaml")

DM_04 = Standard(
    id="DM-04",
    title="No record blames a child for what others do to the child",
    plain=(
        "Nobody writes of a child who is abused or exploited as if the child had chosen it. Phrases that inspectors "
        "criticised are looked for in the log and in the reasons written down. What is found is shown as found, to be "
        "confirmed: a person reads whether it is said of the child, and confirms or dismisses it."
    ),
    area="investigations",
    type=Type.NEVER,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.MEDIUM,
    clauses=(
        WORDS_FOR_CHILDREN.says("22 investigations held language that blames the child; nobody had challenged it."),
        MISSING_CHILDREN_MET.says("Inspectors were concerned at the frequent use of language that blames victims."),
        LIFESTYLE_CHOICE.says("Supervisors recorded that a missing girl of 13 was making a lifestyle choice."),
    ),
    why="Metropolitan Police, 2024: a record said of a girl of 14 that she was seeking out sex with older men.",
    looks_at=any_occurrence().having(CHILDREN_INVOLVED),
    for_each=Each.OCCURRENCE,
    tests=(Test(starts=FirstText(BLAMING_LANGUAGE), due=AtOnce(), breach=PhraseFound()),),
    audit="Is it said of the child, and did a supervisor challenge it?",
)
