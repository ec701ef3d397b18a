"""Standards of children in police detention."""
