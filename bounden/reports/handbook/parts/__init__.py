"""The parts of a standard, each with the standard as it would read without it.

What its examples conclude of that other text tells which of them show the part: each alternative, condition, excuse,
end, start and number. The handbook shows it, and a test asks that no part can be taken away unnoticed.
"""

from bounden.reports.handbook.parts.whole import Part, parts

__all__ = ["Part", "parts"]
