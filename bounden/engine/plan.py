"""A plan: steps, each one Ibis expression, in the order in which one refers to another.

The milestones of a test have the same names in every plan; a step between them has a number in its name. What a plan
comes to in the words of a database is `statements`' part.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import ibis


@dataclass(frozen=True, slots=True)
class Step:
    """One relation: its name and the Ibis expression that makes it."""

    name: str
    expression: Any

    def same_as(self, other: "Step") -> bool:
        """Whether both make the same relation under the same name."""
        return self.name == other.name and self.expression.op() == other.expression.op()


@dataclass(slots=True)
class Plan:
    """Steps in order. A later step refers to an earlier one by the unbound table that `keep` returns."""

    steps: dict[str, Step] = field(default_factory=dict)
    # Every step that was asked for, also those that were there already.
    asked_for: list[Step] = field(default_factory=list)

    def keep(self, name: str, expression: Any, *, exactly: bool = False) -> Any:
        """Make the expression a relation of its own, computed once, and return the table that stands for it.

        exactly: a milestone, under this very name. Raises ValueError if the plan has another step of that name.
        """
        full = name if exactly else f"{name}_{_number(expression)}"
        self.take([Step(full, expression)])
        return ibis.table(expression.schema(), name=full)

    def take(self, steps: Iterable[Step]) -> None:
        """Have these steps, each once."""
        for step in steps:
            self.asked_for.append(step)
            held = self.steps.setdefault(step.name, step)
            if held is not step and not held.same_as(step):
                raise ValueError(f"a plan has two different steps called {step.name}")


_NUMBERS: dict[Any, int] = {}


def _number(expression: Any) -> int:
    """The same for equal expressions, as long as the process lives."""
    return _NUMBERS.setdefault(expression.op(), len(_NUMBERS))
