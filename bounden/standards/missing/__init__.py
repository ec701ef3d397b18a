"""Standards of missing children."""
