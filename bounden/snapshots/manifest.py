"""The manifest: what a snapshot holds, from what it was made and by what. It names the snapshot.

It holds no wall-clock value and no path of the machine: the same delivery, rulebook and `as_of` give the same
manifest, and therefore the same snapshot id.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

FILE_NAME = "manifest.json"
FORMAT = 4
_ID_DIGITS = 16
_BLOCK = 1 << 20


class ManifestUnreadable(Exception):
    """The manifest is missing, is no manifest, or is one of another format. The message says which."""


def sha256(path: Path) -> str:
    """SHA-256 of a file's bytes, in hex."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def hashes(directory: Path) -> dict[str, dict[str, str | int]]:
    """Hash and size of every file below a directory but its manifest, by path from there, in order."""
    return {
        path.relative_to(directory).as_posix(): {"sha256": sha256(path), "bytes": path.stat().st_size}
        for path in sorted(directory.rglob("*"))
        if path.is_file() and path != directory / FILE_NAME
    }


def instant(moment: datetime) -> str:
    """A naive UTC instant as it stands in manifests and JSON: whole seconds with Z."""
    return f"{moment.isoformat(timespec='seconds')}Z"


def snapshot_id(content: Mapping[str, Any]) -> str:
    """The name of a snapshot: a hash of everything in its manifest but the name itself."""
    hashed = {key: value for key, value in content.items() if key != "snapshot"}
    text = json.dumps(hashed, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:_ID_DIGITS]


def write(directory: Path, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Hash the files below a directory, write the manifest beside them and return it."""
    content: dict[str, Any] = {"format": FORMAT, **facts, "files": hashes(directory)}
    manifest = {"snapshot": snapshot_id(content), **content}
    text = json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
    (directory / FILE_NAME).write_text(text, encoding="utf-8")
    return manifest


def read(directory: Path) -> dict[str, Any]:
    """The manifest of a snapshot. Raises ManifestUnreadable."""
    path = directory / FILE_NAME
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ManifestUnreadable(f"{directory} holds no {FILE_NAME}: it is no snapshot") from error
    except ValueError as error:
        raise ManifestUnreadable(f"{path} is damaged: it cannot be read as JSON; build the snapshot again") from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise ManifestUnreadable(f"{path} is not of format {FORMAT}: build the snapshot again with this version")
    return manifest
