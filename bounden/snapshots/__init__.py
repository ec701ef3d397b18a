"""The life of derived data: build beside, verify, publish by one swap, read read-only."""
