"""What police tell a parent or a partner who asks about somebody's past."""

from datetime import date

from bounden.obligations.terms import (
    CategoryRecorded,
    Class,
    Each,
    First,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    occurrences,
)
from bounden.standards.sources import CHILD_DISCLOSURE, DISCLOSURE_2023, DISCLOSURE_COMMENCED

AH_22 = Standard(
    id="AH-22",
    title="Whoever asks about a danger to a child gets an answer",
    plain=(
        "When somebody asks whether a person is a danger to a child, police make their first checks within 24 hours, "
        "speak to whoever asked within 10 days, and decide within 28 days what to tell and to whom."
    ),
    area="referrals",
    type=Type.BY,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(
        CHILD_DISCLOSURE.says("Checks are made within 24 hours; a more thorough interview follows within 10 days."),
        CHILD_DISCLOSURE.to_be_confirmed("The decision on disclosure is made within 28 days."),
    ),
    why="A mother who asks about her new partner is afraid for her child now; each day without an answer is a risk.",
    looks_at=occurrences("disclosure", besides=("domestic_abuse",)),
    for_each=Each.OCCURRENCE,
    only_where=(CategoryRecorded(),),
    tests=(
        Test(
            stage="1",
            starts=First(("application_received",), else_report=True),
            due=Within("24 h"),
            discharged_by=all_of("initial_checks_completed"),
        ),
        Test(
            stage="2",
            starts=First(("application_received",), else_report=True),
            due=Within("10 d"),
            discharged_by=all_of("applicant_interviewed"),
        ),
        Test(
            stage="3",
            starts=First(("application_received",), else_report=True),
            due=Within("28 d"),
            discharged_by=all_of("disclosure_decided"),
        ),
    ),
    to_be_confirmed=True,
)

AH_23 = Standard(
    id="AH-23",
    title="Whoever asks about a violent partner gets an answer",
    plain=(
        "When somebody asks about a partner's violent past, or police themselves see the need to tell, they decide "
        "within 28 days what to tell. Until the guidance of 2023 had effect it was 35 days."
    ),
    area="referrals",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.MEDIUM,
    clauses=(
        DISCLOSURE_2023.says("Police have 28 days to disclose, down from 35, once section 77 has commenced."),
        DISCLOSURE_COMMENCED.says("Section 77 of the Act, guidance on disclosure, is in force from 5 April 2023."),
    ),
    why="The scheme is named after a woman killed by a partner whose past police knew, and she did not.",
    looks_at=occurrences("disclosure", "domestic_abuse"),
    for_each=Each.OCCURRENCE,
    tests=(
        Test(
            starts=First(("application_received",), else_report=True),
            due=Within("28 d"),
            discharged_by=all_of("disclosure_decided"),
            in_force_from=date(2023, 4, 5),
        ),
        Test(
            starts=First(("application_received",), else_report=True),
            due=Within("35 d"),
            discharged_by=all_of("disclosure_decided"),
            in_force_to=date(2023, 4, 4),
        ),
    ),
)
