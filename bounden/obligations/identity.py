"""The obligation key: what makes the obligation itself, and nothing else (contract, section 4)."""

import hashlib

_SEPARATOR = "\x1f"


def obligation_key(
    *,
    standard: str,
    stage: str,
    force: str,
    source: str,
    occurrence_id: str,
    person_id: str | None,
    trigger_id: str | None,
) -> str:
    """First 32 hex digits of SHA-256 over the parts joined by U+001F, an absent part empty.

    It holds no version and no due time, so that what people wrote about an obligation survives a new build.
    """
    parts = (standard, stage, force, source, occurrence_id, person_id or "", trigger_id or "")
    return hashlib.sha256(_SEPARATOR.join(parts).encode()).hexdigest()[:32]
