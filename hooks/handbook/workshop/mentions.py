"""A value of the profile with another name: its key, and the texts that mention it."""

from __future__ import annotations

import re

from ..book.read import ORGANIZATION, POCKET_GUIDE
from ..source.document import Where
from ..source.profile import PLACEHOLDER


def key_of(path: str, where: Where) -> str:
    """The key of a value of the profile, by its place in the file of the profile; empty for all else."""
    group, *names = where
    return f"{group}.{names[0]}" if path == ORGANIZATION and len(names) == 1 else ""


def with_key(path: str, text: str, key: str, name: str) -> str:
    """The text of a file with another name for a value wherever it mentions its key: "org.phone" is then "org.line"."""
    new = f"{key.partition('.')[0]}.{name}"
    after = PLACEHOLDER.sub(lambda match: match[0].replace(key, new) if match[1] == key else match[0], text)
    if path != POCKET_GUIDE:
        return after
    return re.sub(rf"^(\s*(?:- )?value: +){re.escape(key)}(?=\s*$)", rf"\g<1>{new}", after, flags=re.MULTILINE)
