"""The key that signs sessions."""

import os
import secrets
from pathlib import Path


def secret_key(given: str, *, kept_in: Path) -> str:
    """The key given, else the one kept in a file that only this account may read; made there on first use."""
    if given:
        return given
    kept_in.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        handle = os.open(kept_in, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return kept_in.read_text().strip()
    with os.fdopen(handle, "w") as file:
        key = secrets.token_urlsafe(64)
        file.write(key + "\n")
    return key
