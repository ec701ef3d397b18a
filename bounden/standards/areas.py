"""The areas of work in the order of a case, as readers name them, and what the ids of each begin with."""

from collections.abc import Mapping

AREAS: Mapping[str, str] = {
    "incidents": "First response",
    "referrals": "Referral and help",
    "investigations": "Investigation",
    "missing": "Missing children",
    "offenders": "Registered offenders",
    "detention": "Police detention",
    "governance": "Leadership",
}

#: The folder of a standard, by what its id begins with.
AREA_OF: Mapping[str, str] = {
    "IC": "incidents",
    "AH": "referrals",
    "INV": "investigations",
    "DM": "investigations",
    "TA": "investigations",
    "MC": "missing",
    "RO": "offenders",
    "PD": "detention",
    "GOV": "governance",
}
