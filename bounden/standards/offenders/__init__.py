"""Standards of registered sex offenders."""
