"""Taking in deliveries: case files and canonical tables, strictly, with every row accounted for."""
