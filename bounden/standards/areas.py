"""The areas of work in the order of a case, as readers name them."""

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
