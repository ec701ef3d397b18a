"""Commands of the pages, one a module."""
