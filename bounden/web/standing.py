"""What a snapshot is: as of when it was judged, from which delivery, by which rulebook."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of the manifest that pages and exports state."""

    snapshot: str
    as_of: str
    delivery: str
    rulebook: str


def manifest_facts(manifest: Mapping[str, Any]) -> Facts:
    """Those facts of a manifest, as text."""
    return Facts(
        snapshot=str(manifest["snapshot"]),
        as_of=str(manifest["as_of"]),
        delivery=str(manifest["delivery"]),
        rulebook=str(manifest["rulebook"]),
    )
