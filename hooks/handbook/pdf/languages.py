"""The language card as a tree: in each language, the line that a customer points to."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ..book.read import FONTS, ORGANIZATION, Handbook
from ..source.codes import Code
from ..source.problems import Problems
from .fonts import foreign
from .inline import as_printed
from .language_fonts import JOINERS, LanguageFonts
from .runs import Tree

_ADD_A_FONT = f"Add a font that has them to {FONTS}, as a .ttf or .otf file, or use the card of your interpreter line."


def languages_tree(guide: Tree, handbook: Handbook, problems: Problems) -> Tree | None:
    """The lines that the county supplies. None without one that can be printed.

    `fonts` is a hash of the fonts that are needed besides those of the guide.
    """
    fonts = LanguageFonts(handbook.root)
    languages = list(_languages(handbook, fonts, problems))
    if not languages:
        return None
    value = handbook.profile.values.get("language.phone_interpreter")
    more = {"fonts": fonts.fingerprint} if any(language["font"] for language in languages) else {}
    return {**guide, "languages": languages, "number": value.text or None if value else None, **more}


def _languages(handbook: Handbook, fonts: LanguageFonts, problems: Problems) -> Iterator[Tree]:
    """Each of them that a font has the letters for. The others are noticed, and left out."""
    document = handbook.document(ORGANIZATION)
    for at, language in enumerate(handbook.organization.languages if document else ()):
        assert document is not None
        name, text = as_printed(language.name), as_printed(language.text, JOINERS)
        other = bool(foreign(name + text))
        font = fonts.family(name + text) if other else None
        if other and font is None:
            missing = fonts.missing(name + text)[:12]
            message = f'the language card leaves out {language.name}: no font of the handbook has "{missing}"'
            line = document.line(("languages", at))
            problems.notice(document.path, line, Code.PRINT_CHARACTER, message, _ADD_A_FONT)
        else:
            yield {"name": name, "text": text, "lang": language.code or "en", "font": font, "dir": _direction(text)}


def _direction(text: str) -> str:
    """Which way a text runs: as its first letter does. Source: Unicode Standard Annex 9, rules P2 and P3."""
    kinds = (unicodedata.bidirectional(char) for char in text)
    return "rtl" if next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L" else "ltr"
