"""`python -m handbook.cli` is the `handbook` command."""

from . import main

main()
