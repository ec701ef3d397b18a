"""What a snapshot is: as of when it was judged, from which delivery, by which rulebook, and what it lacks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bounden.obligations.rules import LocalNumber
from bounden.snapshots.read import Snapshot
from bounden.web import instants
from bounden.web.reading import Sight
from bounden.web.wording import plain


@dataclass(frozen=True, slots=True)
class NotSupplied:
    """A feed without which some standards make no obligation."""

    force: str
    kind: str
    standards: tuple[str, ...]


def only_published(snapshot: Snapshot) -> bool:
    """Whether everything in it comes from published cases, each naming its publication."""
    return bool(snapshot.cases) and all((one.get("source") or {}).get("publication") for one in snapshot.cases.values())


def rulebook_version(manifest: Mapping[str, Any]) -> str:
    """The version of the rulebook by which the snapshot was judged."""
    return str(manifest["rulebook"]["version"])


def facts(seen: Sight) -> list[tuple[str, str]]:
    """(label, value) of what the reader should know of the snapshot."""
    manifest = seen.snapshot.manifest
    account, book = manifest["account"], manifest["rulebook"]
    files = account["files"]
    accepted, doubled = sum(f["accepted"] for f in files), sum(f["duplicates"] for f in files)
    return [
        ("Judged as of", instants.instant(seen.as_of)),
        ("Delivery", f"{len(files):,} files; {accepted:,} records accepted, {doubled:,} duplicates, none refused"),
        ("Rulebook", f"{book['version']}, {book['standards']} standards"),
        ("Evaluator", str(manifest["engine"])),
        ("Snapshot", seen.id),
    ]


def own_numbers(seen: Sight) -> tuple[LocalNumber, ...]:
    """The numbers of their own by which the account's forces are judged."""
    forces = {force.lower() for force in seen.forces}
    return tuple(number for number in seen.snapshot.rules.local if number.force.lower() in forces)


def own_numbers_as_kept(seen: Sight) -> list[Mapping[str, str]]:
    """The same as the manifest tells them, whether or not the rulebook of today still has each of them."""
    forces = {force.lower() for force in seen.forces}
    return [number for number in seen.snapshot.manifest["local"] if number["force"].lower() in forces]


def feeds_not_supplied(seen: Sight) -> list[NotSupplied]:
    """The feeds of triggers that the account's forces do not supply."""
    return [
        NotSupplied(one["force"], plain(one["kind"]).lower(), tuple(one["standards"]))
        for one in seen.snapshot.manifest["triggers_not_supplied"]
        if one["force"] in seen.forces
    ]


def coverage_not_stated(seen: Sight) -> list[str]:
    """The account's forces whose delivery does not say what it can show: there silence is never omission."""
    return [force for force in seen.snapshot.manifest["coverage_not_stated"] if force in seen.forces]
