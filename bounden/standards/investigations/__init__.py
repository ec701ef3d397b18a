"""Standards of who investigates, the suspect, the evidence and the wider risk."""
