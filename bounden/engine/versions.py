"""The version of one standard: it changes with its text and with the numbers that it names."""

from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import Standard
from bounden.standards.version import canonical_text, version_of


def standard_version(standard: Standard, parameters: Parameters) -> str:
    """Such as "2026-11-21+1f2e3d4c5b6a"."""
    text = canonical_text(standard)
    named = {name: one for name, one in parameters.by_name.items() if repr(name) in text}
    return version_of((standard,), Parameters(named))
