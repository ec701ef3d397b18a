"""bounden: what each child is owed, by when, and whether it was done."""
