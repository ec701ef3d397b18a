"""Standards of first contact, from the report to the end of the first shift."""
