"""What a program writes before the first cell of a table: the mark of its encoding, and which sign is between cells."""

from __future__ import annotations

import codecs
import re

SAVE_ANEW = 'Save it again with the encoding "UTF-8"; in Excel, as "CSV UTF-8".'
STATED_SEPARATOR = re.compile(r'"?sep=(.)"?[ \t]*(?:\n|$)', re.IGNORECASE)
"""The first line that Excel reads and writes, with the sign as group 1."""


def encoding_of(content: bytes) -> str:
    """How to decode a file: UTF-16 where its mark says so, else UTF-8, with its mark or without."""
    return "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
