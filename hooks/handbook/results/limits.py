"""How much one file of results may bring: 10,000 people and 40 questions are far below."""

from __future__ import annotations

LARGEST_FILE = 120_000_000
"""Bytes of a file, and of a workbook once it is unpacked."""
MOST_COLUMNS = 2_000
LONGEST_WORDS = 200
"""Characters of a typed answer that are kept."""
