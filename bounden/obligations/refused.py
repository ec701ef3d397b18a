"""The error of a rulebook that cannot be used as it is written."""


class RulebookRefused(ValueError):
    """A standard, or a file beside it, cannot be used; every reason with its place and what to do, one a line."""
