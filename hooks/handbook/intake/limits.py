"""How much one file may bring: far more than anybody writes, and little enough to be read in seconds."""

from __future__ import annotations

LARGEST_FILE = 30_000_000
"""Bytes of a file as it is given: Moodle XML may hold pictures."""
LARGEST_WORKBOOK = 20_000_000
"""Bytes of a workbook once it is unpacked."""
MOST_CHARACTERS = 2_000_000
"""Of a text file, and of all questions together."""
LONGEST_TEXT = 500_000
"""Characters of one text of a question."""
MOST_QUESTIONS = 5_000
MOST_PIECES = 20_000
"""Questions in a file, whether they can be taken or not."""
MOST_ROWS = 10_000
"""Of a sheet, with the empty ones that a spreadsheet keeps."""
MOST_COLUMNS = 500
"""A row has room for 99 answers of four cells each."""
MOST_PARTS = 200
"""Of one question: its answers, or the lines of a text or list in it."""
MOST_TEXTS = 1_000
"""Of one question, in whatever it is made of."""
MOST_TEXTS_IN_ALL = 100_000
"""Of all questions together."""
MOST_MARKS = 50
"""How many marks of Markdown a text may hold to be read as Markdown. With more of them, all are taken as they stand."""
MOST_LISTED = 200
"""Of what a message names one by one."""
