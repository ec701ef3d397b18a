"""What a force holds: the nine canonical tables and the words used in them (contract, section 1)."""

from bounden.records.holding import Records
from bounden.records.rows import (
    Action,
    Coverage,
    Flag,
    Involvement,
    Occurrence,
    Person,
    Place,
    Relationship,
    Residence,
    Row,
)
from bounden.records.tables import TABLES, Column, Table, table_named

__all__ = [
    "TABLES",
    "Action",
    "Column",
    "Coverage",
    "Flag",
    "Involvement",
    "Occurrence",
    "Person",
    "Place",
    "Records",
    "Relationship",
    "Residence",
    "Row",
    "Table",
    "table_named",
]
