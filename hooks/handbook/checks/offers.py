"""What an author most likely meant by an address that leads nowhere, written as it has to be typed in that place."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from difflib import SequenceMatcher
from urllib.parse import quote, unquote

from markdown.extensions.toc import slugify

from ..book.read import DOCS, Handbook
from ..model.guide import Page, link_from, resolve_link
from ..source.contact import dialed, full_web_address
from ..source.names import folded
from ..source.problems import nearest
from .built import built_files

Link = Callable[[str], str]
"""Makes of a path from docs what is typed to name it."""

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"\+?[\d(][\d\s().-]{5,}\d")
_ENDING = re.compile(r"(?:\.(?:md|html?|markdown|txt))+$|/$", re.IGNORECASE)
_MOST = 4
_NEAR = 0.7
"""How alike two names are of which one is a slip: "vioce" and "voice" are 0.8, "permits" and "spirit" 0.6."""


def offer(typed: str, page: Page | None, handbook: Handbook) -> str:
    """A hint with the addresses that may be meant in a page, or in a file that names paths from docs. Empty: none."""
    typed = typed.strip("“”„\"'‘’«»")
    if full := outside(typed):
        return f'Write "{full}".'
    file, _, heading = typed.partition("#")
    here = page.path if page else ""

    def link(path: str) -> str:
        anchor = _anchor(heading, handbook.guide.page(path))
        address = link_from(here, path) + (f"#{anchor}" if anchor else "")
        return quote(address, safe="/#%") if " " in address and page else address

    places = [here, *(page.meta.was if page and page.meta else ())]
    names = dict.fromkeys((unquote(file).replace("\\", "/").strip(), _first_word(file)))
    titled = [each.path for each in handbook.guide.pages if each.title.casefold() == typed.casefold()]
    if len(titled) == 1:
        return in_words([link_from(here, titled[0])])
    guesses = (list(dict.fromkeys(_candidates(name, places, handbook))) for name in names)
    return in_words(map(link, next(filter(None, guesses), [])[:_MOST]))


def _first_word(typed: str) -> str:
    """A path without what was typed behind it: a title, a size, the end of a sentence."""
    return next(iter(typed.split()), "").rstrip(".,;:")


def in_words(choices: Iterable[str]) -> str:
    """A hint that offers one or more of these. Empty where there is none."""
    first, *others = [*choices] or [""]
    if others:
        return "Write one of these: " + ", ".join(f'"{each}"' for each in (first, *others)) + "."
    return f'Did you mean "{first}"?' if first else ""


def heading_offer(typed: str, page: Page) -> str:
    """The same for a heading that a page doesn't have: the whole address, with the heading that is most like it."""
    file, _, heading = typed.partition("#")
    anchor = _anchor(heading, page) or nearest(slugify(heading, "-"), page.anchors())
    if anchor:
        return f'Did you mean "{file}#{anchor}"?'
    headings = sorted(page.anchors())
    if not headings or len(headings) > 12:
        return f'Link to the page as a whole: "{file}".' if file else "Check the spelling."
    return f"Choose one of: {', '.join(f'{file}#{each}' for each in headings)}."


def outside(typed: str) -> str:
    """The full address of what is no path in the handbook: a web address, an email address, a number. Empty: none."""
    if _EMAIL.fullmatch(typed):
        return f"mailto:{typed}"
    if _PHONE.fullmatch(typed) and not typed.isdecimal():
        return f"tel:{dialed(typed)}"
    return full_web_address(typed)


def _anchor(heading: str, page: Page | None) -> str:
    """The anchor of a heading, however it was typed. Empty where the page has none like it."""
    anchors = page.anchors() if page else ()
    typed = (heading, slugify(unquote(heading), "-"))
    return next((anchor for anchor in typed if anchor and anchor in anchors), "")


def _candidates(typed: str, places: Collection[str], handbook: Handbook) -> Iterator[str]:
    """The paths from docs that a path may mean, the surest first: none that is unsure where one is sure."""
    names = [resolve_link(place, typed)[0] for place in places]
    names.append(re.sub(rf"^(?:\.{{0,2}}/)*(?:{DOCS}/)?", "", typed))
    files = (*handbook.files, *handbook.guide.paths, *built_files(names, handbook))
    paths = {folded(path): path for path in files}
    sure = [paths[each] for name in names for each in map(folded, _endings(name)) if each in paths]
    if sure:
        yield from sure
        return
    name = posixpath.basename(_ENDING.sub("", names[-1]))
    alike = [path for path in paths.values() if folded(_bare(path)) == folded(_bare(name)) != "index"]
    if alike:
        yield from sorted(alike)
        return
    kind = posixpath.splitext(names[-1])[1].lower()
    choices = [path for path in paths.values() if kind in ("", ".html", posixpath.splitext(path)[1].lower())]
    stems = {_stem(path): path for path in choices if _stem(path) != "index"}
    beside = {_stem(path): path for path in choices if posixpath.dirname(path) == posixpath.dirname(names[0])}
    if near := beside.get(_slip(_stem(names[0]), beside)):
        yield near
        return
    near = next((near for each in reversed(names) if (near := nearest(each, choices)) and _is_like(each, near)), None)
    if near := near or stems.get(_slip(_stem(names[-1]), stems)):
        yield near


def _slip(typed: str, names: Collection[str]) -> str:
    """A name that differs from the typed one as a slip or an ending would have it. Empty: none that is near enough."""
    near = nearest(typed, names) or ""
    inside = min(len(near), len(typed)) > 3 and (near in typed or typed in near)
    return near if inside or SequenceMatcher(None, typed, near).ratio() >= _NEAR else ""


def _stem(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path))[0].lower()


def _is_like(one: str, other: str) -> bool:
    """Whether the names of two files are alike, and not only their folders and endings."""
    return _slip(_stem(one), (_stem(other),)) != ""


def _endings(name: str) -> Iterator[str]:
    """A path as it is, as that of a page, and as that of a folder's first page."""
    stem = _ENDING.sub("", name)
    yield from (name, f"{stem}.md", f"{stem}/index.md")


def _bare(path: str) -> str:
    return posixpath.basename(path).removesuffix(".md")
