"""A force's own number in a sentence, beside the national one."""

from bounden.obligations.parameters import Parameter
from bounden.obligations.rules import LocalNumber
from bounden.obligations.strictness import strictness
from bounden.obligations.wording.instants import say_days, say_value


def say_own(own: LocalNumber, national: Parameter) -> str:
    """What the force set, since when, by which document; and where it asks for less, why and who decided it."""
    days = say_days(own.begins, own.ends)
    when = f" ({days})" if days else ""
    said = (
        f"The force's own number{when} decides {national.meaning.split(';')[0]}: {say_value(own.value)}, where the "
        f"national one is {say_value(national.value)}. Source: {own.reference}."
    )
    found = strictness(national, own.value)
    if not found.needs_reason:
        return said
    return f"{said} It is {found}; the reason given: {own.why} Decided by {own.authorised_by}."
