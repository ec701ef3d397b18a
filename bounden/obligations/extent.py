"""Whom a standard binds: the guidance of England on children binds no force in Wales (record tests, 1.11)."""

import csv
from functools import cache
from importlib.resources import files

from bounden.obligations.terms import AuditQuestion, Extent, Standard

LIST_NAME = "forces_in_wales.csv"


@cache
def forces_in_wales() -> frozenset[str]:
    """The names of the territorial forces of Wales in lower case, from the packaged list, which says its source."""
    lines = files(__package__).joinpath(LIST_NAME).read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return frozenset(row["force"].lower() for row in rows)


def binds(standard: Standard | AuditQuestion, force: str) -> bool:
    """Whether a standard, or an audit question, binds a force, which is known by its name, in capitals or not."""
    return standard.extent is Extent.ENGLAND_AND_WALES or force.lower() not in forces_in_wales()
