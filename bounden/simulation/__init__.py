"""Synthetic forces with known answers: what was planted, and what every duty must therefore come to.

Answers are drawn up together with the records, from what was planted. No evaluator runs here.
"""

from bounden.simulation.simulate import AS_OF, simulate

__all__ = ["AS_OF", "simulate"]
