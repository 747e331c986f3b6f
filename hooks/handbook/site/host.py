"""Runs the program that builds the pages as `python -m` does, and ends in words where a file can't be read or written.

The first argument is the program's module, the others are for it.
"""

from __future__ import annotations

import runpy
import sys

if __name__ == "__main__":
    sys.argv = sys.argv[1:]
    try:
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
    except OSError as error:
        sys.exit(f"{error.filename or 'A file'} can't be read or written: {error.strerror or error}.")
