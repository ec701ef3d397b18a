"""The clock: what "24 hours", "the next day", "two working days" and their like mean, in Europe/London."""
