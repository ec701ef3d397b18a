"""Standards of sharing, joint work with partners and police protection."""
