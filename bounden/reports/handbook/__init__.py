"""The handbook: each standard described from itself, its numbers, its worked examples and its history.

`describe` says all of it once, as an `Entry`; `describe_question` does so for an audit question, as `Asked`;
`entry_of` for either. `sections` lays it out; the pages, the terminal and the printable reference each render those
same sections, so that they cannot differ. JSON holds the entry itself.
"""

from bounden.reports.handbook.describing import describe, describe_question, entry_of
from bounden.reports.handbook.entry import Asked, Entry
from bounden.reports.handbook.sections import sections

__all__ = ["Asked", "Entry", "describe", "describe_question", "entry_of", "sections"]
