"""What people enter, and the record of what they looked at. Rows that are never lost."""
