"""`python -m bounden`: the commands."""

from bounden.cli import main

main()
