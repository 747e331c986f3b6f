"""The language card as a tree: in each language, the line that a customer points to."""

from __future__ import annotations

from collections.abc import Iterator

from ..book.read import ORGANIZATION, Handbook
from ..source.codes import Code
from ..source.problems import Problems
from .fonts import unprintable
from .inline import as_printed
from .runs import Tree


def languages_tree(guide: Tree, handbook: Handbook, problems: Problems) -> Tree | None:
    """The lines that the county supplies. None without one that can be printed."""
    languages = list(_languages(handbook, problems))
    value = handbook.profile.values.get("language.phone_interpreter")
    return {**guide, "languages": languages, "number": value.text or None if value else None} if languages else None


def _languages(handbook: Handbook, problems: Problems) -> Iterator[Tree]:
    """Each of them that a font has the letters for. The others are noticed, and left out."""
    document = handbook.document(ORGANIZATION)
    for at, language in enumerate(handbook.organization.languages if document else ()):
        assert document is not None
        name, text = as_printed(language.name), as_printed(language.text)
        if missing := unprintable(name + text):
            message = f'the language card leaves out {language.name}: no font of the handbook has "{missing[:12]}"'
            hint = "Use the card of your interpreter line for it, or ask IT to add a font."
            problems.notice(document.path, document.line(("languages", at)), Code.PRINT_CHARACTER, message, hint)
        else:
            yield {"name": name, "text": text, "lang": language.code or "en"}
