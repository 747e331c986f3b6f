"""The Python-Markdown extension: a directive in a page becomes an element tree in its place.

SuperFences finds the code box and asks for its HTML; it gets a marker, which it stashes. Before the inline patterns
run, a treeprocessor puts the directive's elements where the marker stands, so that links in them are checked, ids are
unique and the search sees them. A marker that is left over is an error.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, HTML_PLACEHOLDER_RE, STX, AtomicString
from pymdownx.superfences import SuperFencesException

from .. import html
from ..book.read import Handbook
from ..html import problem
from ..html.build import append, el, exact
from ..html.context import Context
from ..html.glossary import TermLinks
from ..html.missing import warn
from ..html.task_bar import add_task_bar
from ..html.words import mark_gaps, own_value
from ..model.blocks import BLOCKS, Download, HandoutTable, Quiz
from ..model.guide import Placed, address_of
from ..source.addresses import is_fit, leads_out
from ..source.bare import spare
from ..source.markup import trimmed
from ..source.problems import Problem, Problems
from ..source.profile import PLACEHOLDER, TO_FILL_IN
from ..source.safety import without_html
from .relink import relink
from .stash import stash_questions

_MARKER = "<!--handbook-directive:{}-->"
_MARKED = re.compile(r"<!--handbook-directive:(\d+)-->")
_UNSEEN = "<!--handbook-directive:unseen-->"
_ANGLE = f"{STX}hb-angle{ETX}"


@dataclass
class Desk:
    """What is being rendered now. Whoever renders pages sets `page` (path relative to docs) before each.

    `downloads` are the files of the pocket guide, `handouts` those of the quizzes, `workshop` whether that is built in;
    whoever makes them sets them before the first page. A `preview` is not for readers.
    """

    handbook: Handbook
    problems: Problems
    page: str = ""
    directives: list[Placed] = field(default_factory=list)
    downloads: tuple[Download, ...] = ()
    handouts: HandoutTable | None = None
    workshop: bool = False
    preview: bool = False

    def find(self, kind: str, body: str) -> Placed | None:
        """The directive that a code box of the current page is."""
        text = trimmed(body)
        return next((p for p in self.expected() if p.kind == kind and trimmed(p.fence.body) == text), None)

    def expected(self) -> list[Placed]:
        """The directives that the current page must show."""
        page = self.handbook.guide.page(self.page)
        return [placed for placed in page.placed if placed.fence.closed] if page else []

    def problems_in(self, placed: Placed) -> list[Problem]:
        """The problems within a directive's lines; none of a box that is never closed: it is no box in the page."""
        if not placed.fence.closed:
            return []
        file = f"docs/{placed.page}"
        last = placed.fence.line + placed.fence.body.count("\n") + 1
        return [p for p in self.problems.blocking if p.path == file and placed.fence.line <= p.line <= last]


class HandbookExtension(Extension):
    """Renders directives and placeholders. The fences must be registered with SuperFences (`custom_fences`)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def custom_fences(self) -> list[dict[str, Any]]:
        """The entries for SuperFences' option of this name."""
        any_other = {"name": "*", "class": "", "format": _code_box}
        return [*({"name": kind, "class": kind, "format": self._format} for kind in BLOCKS), any_other]

    def _format(self, source: str, language: str, *_: object, **__: object) -> str:
        placed = self.desk.find(language, source)
        if placed is None:  # an error, unless SuperFences finds that it stands in indented code and takes it back
            return _UNSEEN
        self.desk.directives.append(placed)
        return _MARKER.format(len(self.desk.directives) - 1)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register the processors. Directives come before the inline patterns (20), terms after attr_list (8)."""
        md.registerExtension(self)
        without_html(md)
        md.preprocessors.register(AngleBrackets(md, "<", _ANGLE), "handbook-hide-tags", 22)
        md.preprocessors.register(AngleBrackets(md, _ANGLE, "<"), "handbook-show-tags", 20)
        md.treeprocessors.register(DirectiveTreeprocessor(md, self.desk), "handbook-directives", 25)
        md.inlinePatterns.register(
            PlaceholderProcessor(PLACEHOLDER.pattern, md, self.desk), "handbook-placeholders", 185
        )
        md.treeprocessors.register(TermTreeprocessor(md, self.desk), "handbook-terms", 7)
        md.treeprocessors.register(AddressTreeprocessor(md), "handbook-addresses", 6)
        md.treeprocessors.register(TaskBarTreeprocessor(md, self.desk), "handbook-task-bar", 4.5)
        md.postprocessors.register(LeftOverPostprocessor(md, self.desk), "handbook-left-over", 1)

    def reset(self) -> None:
        """Forget the directives of the page before."""
        self.desk.directives.clear()


class DirectiveTreeprocessor(Treeprocessor):
    """Swaps markers for elements wherever a code box can stand: alone, after text, several in a row, in a list."""

    def __init__(self, md: Markdown, desk: Desk) -> None:
        super().__init__(md)
        self.desk = desk

    def run(self, root: Element) -> None:
        """Put every directive in its place, in document order. One that finds no place is an error."""
        self.level = 1
        self.directives: list[Element] = []
        waiting = self.desk.expected()
        self.placed: list[Placed] = []
        self._fill(root)
        for placed in waiting:
            if placed not in self.placed:
                raise SuperFencesException(f"{placed.page}:{placed.fence.line}: this {placed.kind} box found no place")
        page = self.desk.handbook.guide.page(self.desk.page)
        warn(root, self.desk.handbook.profile, brief=page is not None and page.brief)

    def _fill(self, parent: Element) -> None:
        pieces = list(self._pieces(parent.text))
        for child in list(parent):
            tail, child.tail = child.tail, None
            parent.remove(child)
            if re.fullmatch(r"h[1-6]", child.tag):
                self.level = int(child.tag[1])
            self._fill(child)
            pieces += [*self._unwrapped(child), *self._pieces(tail)]
        parent.text = None
        for piece in pieces:
            append(parent, piece)

    def _pieces(self, text: str | None) -> Iterator[Element | str]:
        """A text, cut where markers stand in it, with the directives between."""
        at, text = 0, text or ""
        for match in () if isinstance(text, AtomicString) else HTML_PLACEHOLDER_RE.finditer(text):
            placed = self._placed_at(match)
            if placed:
                yield text[at : match.start()]
                yield self._element(placed)
                at = match.end()
        yield text[at:] if at else text

    def _unwrapped(self, child: Element) -> Iterator[Element]:
        """An element; a paragraph that directives have come into, as the paragraphs around them and the directives."""
        if child.tag != "p" or not any(inner in self.directives for inner in child):
            yield child
            return
        paragraph = el("p", child.text)
        for inner in list(child):
            tail, inner.tail = inner.tail, None
            if inner in self.directives:
                yield from _unless_blank(paragraph)
                paragraph = el("p")
                yield inner
            else:
                paragraph.append(inner)
            append(paragraph, tail)
        yield from _unless_blank(paragraph)

    def _placed_at(self, match: re.Match[str]) -> Placed | None:
        stashed = self.md.htmlStash.rawHtmlBlocks[int(match[1])]
        marked = _MARKED.fullmatch(stashed.strip()) if isinstance(stashed, str) else None
        return self.desk.directives[int(marked[1])] if marked else None

    def _element(self, placed: Placed) -> Element:
        self.placed.append(placed)
        problems = self.desk.problems_in(placed)
        if problems or placed.block is None:
            element = problem.render(f"This {placed.kind} cannot be shown yet", problems)
        else:
            desk = self.desk
            context = Context(desk.handbook, desk.page, self.level + 1, desk.downloads, desk.handouts, desk.workshop)
            element = html.render(placed.block, context)
            if _knows_marks(self.md):
                spare(element)
                if isinstance(placed.block, Quiz):
                    stash_questions(element, self.md)
        self.directives.append(element)
        return element


class TermTreeprocessor(Treeprocessor):
    """After the inline patterns, when links exist: links terms, fixes links to moved pages, marks gaps in lines."""

    def __init__(self, md: Markdown, desk: Desk) -> None:
        super().__init__(md)
        self.desk = desk

    def run(self, root: Element) -> None:
        """Put the links in."""
        relink(root, Context(self.desk.handbook, self.desk.page))
        mark_gaps(root, self.desk.handbook.profile)
        TermLinks(self.desk.handbook, self.desk.page).link(root)


def _knows_marks(md: Markdown) -> bool:
    """Whether a text without the marks that we know of is one in which no inline pattern finds anything."""
    return all(type(pattern).__module__ in ("markdown.inlinepatterns", __name__) for pattern in md.inlinePatterns)


class AddressTreeprocessor(Treeprocessor):
    """Leaves of a link or picture with an unfit address its words. A problem tells of it, and a preview shows them."""

    def run(self, root: Element) -> None:
        """Make a plain element of each."""
        for part in root.iter():
            name = {"a": "href", "img": "src"}.get(part.tag)
            if name:
                address = part.get(name, "").replace(AMP_SUBSTITUTE, "&")
                if not is_fit(address) or (part.tag == "img" and leads_out(address)):
                    part.tag, part.text = "span", part.text or part.get("alt")
                    part.attrib.clear()


class TaskBarTreeprocessor(Treeprocessor):
    """Puts the bar into a page that people work from."""

    def __init__(self, md: Markdown, desk: Desk) -> None:
        super().__init__(md)
        self.desk = desk

    def run(self, root: Element) -> None:
        """Put it in, when all else is there."""
        sheet = self.desk.handbook.guide.sheet
        add_task_bar(root, Context(self.desk.handbook, self.desk.page).link(address_of(sheet.path)) if sheet else None)


class AngleBrackets(Preprocessor):
    """Hides "<" from the parser with which MkDocs looks for anchors in raw HTML. Here it is text, and may end oddly."""

    def __init__(self, md: Markdown, typed: str, written: str) -> None:
        super().__init__(md)
        self.typed, self.written = typed, written

    def run(self, lines: list[str]) -> list[str]:
        """The lines with one in place of the other."""
        return [line.replace(self.typed, self.written) for line in lines]


def _code_box(source: str, language: str | None, _class: str, _options: object, md: Markdown, **_: object) -> str:
    """A box that shows how something is written. What else its first line says, such as attributes, is left out."""
    fences: Any = md.preprocessors["fenced_code_block"]
    return str(fences.highlight(source, language, {}, md, classes=[], id_value="", attrs={}))


def _unless_blank(paragraph: Element) -> Iterator[Element]:
    if len(paragraph) or (paragraph.text or "").strip():
        yield paragraph


class PlaceholderProcessor(InlineProcessor):
    """Shows a value of the organization profile. Phone numbers, email and web addresses become links."""

    def __init__(self, pattern: str, md: Markdown, desk: Desk) -> None:
        super().__init__(pattern, md)
        self.desk = desk

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element | str | None, int | None, int | None]:
        """Takes the place of the placeholder; one that the profile does not know stays as typed."""
        value = self.desk.handbook.profile.values.get(m[1])
        if value is None:
            return None, None, None
        if not value.text:
            return el("em", AtomicString(TO_FILL_IN), class_="hb-to-fill-in"), m.start(), m.end()
        if value.href:
            return el("a", exact(value.text), href=value.href), m.start(), m.end()
        own = own_value(value)
        return el("span", exact(value.text)) if own is None else own, m.start(), m.end()


class LeftOverPostprocessor(Postprocessor):
    """Refuses a page with a directive that the check of the handbook has not seen, or that lost its way."""

    def __init__(self, md: Markdown, desk: Desk) -> None:
        super().__init__(md)
        self.desk = desk

    def run(self, text: str) -> str:
        """Gives the page as it is."""
        if _MARKED.search(text) or _UNSEEN in text:
            raise SuperFencesException(f"{self.desk.page}: a directive box was not put into the page; please tell IT")
        return text


class HostWithoutHooks(Extension):
    """Stands in mkdocs.yml until a hook gives the desk. A program that does not run the hooks is stopped by it.

    Otherwise it would publish every directive as code, without a word.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register the refusal, which comes with the first page: MkDocs loads each extension once to try it."""
        md.preprocessors.register(RefusingPreprocessor(md), "handbook-refusal", 100)


class RefusingPreprocessor(Preprocessor):
    """Refuses every page."""

    def run(self, lines: list[str]) -> list[str]:  # noqa: ARG002 (the name is Python-Markdown's)
        """Raises RuntimeError with a sentence for whoever started the build; the code it comes from is no help."""
        sys.tracebacklimit = 0
        raise RuntimeError(
            "This handbook can't be built with this program: it doesn't run the hooks in mkdocs.yml, so procedures, "
            'tables and quizzes would come out as raw code. Run "handbook site" instead.'
        )


def extension_configs(desk: Desk) -> dict[str, dict[str, Any]]:
    """What a host adds to its settings of Markdown extensions, by their names, to render the pages of a handbook."""
    fences = HandbookExtension(desk).custom_fences()
    return {"pymdownx.superfences": {"custom_fences": fences}, __name__: {"desk": desk}}


def makeExtension(desk: Desk | None = None) -> Extension:  # noqa: N802 (the name is Python-Markdown's)
    """What Python-Markdown calls for the name of this module among the extensions of mkdocs.yml."""
    return HandbookExtension(desk) if desk else HostWithoutHooks()
