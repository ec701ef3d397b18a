"""The standards handbook."""
