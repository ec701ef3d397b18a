"""The reference evaluator, row at a time: the executable definition of how a record is judged."""
