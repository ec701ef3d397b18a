"""How fast the engine is, beside everything else that could judge the same: `make bench`."""
