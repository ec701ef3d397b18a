"""The case page: what happened and what was owed, on one line of time."""
