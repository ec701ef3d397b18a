"""The front page: the numbers, each with what is not known."""
