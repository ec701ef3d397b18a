"""Standards of leadership: recommendations answered, and what leaders look at."""
