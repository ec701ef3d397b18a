"""Making a snapshot the one that is read: a place to build in, and one atomic swap.

A build stands in `STORE/.building-…`, beside what is published, and nothing that is published is ever written to
again: a build that is killed at any moment leaves readers what they had. One build at a time holds the store's lock,
which the system gives back when its process ends; what stands in `.building-…` when a build begins was therefore left
by a dead one.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bounden.snapshots.verify import faults

CURRENT = "CURRENT"
_BUILDING = ".building-"
_LOCK = ".lock"


class StoreBusy(Exception):
    """Another build is at work in this store."""


@contextmanager
def building(store: Path) -> Iterator[Path]:
    """An empty directory to build in, thrown away at the end unless it was published.

    Raises StoreBusy while another build is at work in the store.
    """
    store.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (store / _LOCK).open("wb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreBusy(f"another build is at work in {store}: wait until it has ended") from error
        for left in store.glob(f"{_BUILDING}*"):
            shutil.rmtree(left)
        room = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=store))
        try:
            content = room / "snapshot"
            content.mkdir(mode=0o700)
            yield content
        finally:
            shutil.rmtree(room)


def publish(content: Path, store: Path, snapshot_id: str) -> Path:
    """Move a verified snapshot into the store, point CURRENT at it and return where it stands.

    What stands there already under the same id is the same content and stays, unless it was damaged since.
    """
    place = store / snapshot_id
    if place.exists() and faults(place):
        place.rename(content.parent / "damaged")
    if not place.exists():
        _to_disk(content)
        content.rename(place)
        _entry_to_disk(store)
    pointer = content.parent / CURRENT
    pointer.write_text(f"{snapshot_id}\n", encoding="ascii")
    _entry_to_disk(pointer)
    pointer.replace(store / CURRENT)
    _entry_to_disk(store)
    return place


def _to_disk(directory: Path) -> None:
    for path in directory.rglob("*"):
        _entry_to_disk(path)
    _entry_to_disk(directory)


def _entry_to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
