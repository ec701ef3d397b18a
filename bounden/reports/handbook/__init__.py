"""The handbook: each standard described from itself, its numbers, its worked examples and its history.

`describe` says everything once, as an `Entry`. `sections` lays an entry out; the pages, the terminal and the printable
reference each render those same sections, so that they cannot differ. JSON holds the entry itself.
"""

from bounden.reports.handbook.describing import describe
from bounden.reports.handbook.entry import Entry
from bounden.reports.handbook.sections import sections

__all__ = ["Entry", "describe", "sections"]
