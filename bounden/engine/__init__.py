"""The standards as set-based queries: the same meaning as the reference evaluator, for a force's whole records."""

from bounden.engine.judging import evaluate, judge

__all__ = ["evaluate", "judge"]
