"""What the answers say, as one HTML file that needs no other and asks no other host."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from xml.etree.ElementTree import Element, tostring

from ..book.read import Handbook
from ..html.build import el
from ..model.palette import DARK, LIGHT
from ..source.markup import plain_text
from ..source.profile import Medium
from .advice import what_to_read
from .charts import share_chart, tenths_chart
from .findings import finding
from .lines import COUNTS_ONLY, losses, percent, points, right_in_words, test_in_words
from .summary import SHARES, FormSummary, Person, QuestionSummary, Summary

TITLE = "What the answers say"
MOST_PEOPLE = 500
"""People who are listed one by one. More make a page that nobody reads and no browser likes; the table has all."""

_PRIVATE = (
    "This page has codes of people on it. Keep it where only those who may see results can open it, and delete it when "
    "it has done its job."
)
_DISCRIMINATION = (
    "Discrimination goes from -1 to 1: how closely the points of a question go with those of the rest of the test. "
    "Around 0, a question tells nobody apart. Below 0, check its key."
)
_COLORS = ("paper", "sheet", "ink", "quiet", "line", "frame", "accent", "accent-soft", "warm", "warm-soft")
_STYLE = """
:root { color-scheme: light dark; LIGHT }
@media (prefers-color-scheme: dark) { :root { DARK } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 70rem; padding: 1.5rem 1rem 3rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 system-ui, sans-serif }
h1 { font-size: 1.7rem; line-height: 1.2 } h2 { margin-top: 2.2rem; font-size: 1.3rem } h3 { font-size: 1.05rem }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100% }
th, td { padding: .45rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top }
thead th { border-bottom: 2px solid var(--frame) } tbody th { font-weight: 600; overflow-wrap: anywhere }
tbody th div { font-weight: 400 } td { min-width: 9rem } caption { text-align: left }
.quiet { color: var(--quiet) }
.look { padding: .4rem .6rem; border-left: 4px solid var(--warm); background: var(--warm-soft) }
svg { display: block; max-width: 100%; height: auto } svg text { fill: var(--ink); font-size: 12px }
svg .bar { fill: var(--accent) } svg .ground { fill: var(--accent-soft) }
svg .span { stroke: var(--ink); stroke-width: 2 }
@media (max-width: 40rem) { .scroll thead { position: absolute; clip-path: inset(50%) }
  .scroll tr, .scroll th, .scroll td { display: block; border: 0; padding: .15rem 0 }
  .scroll tr { padding: .6rem 0; border-bottom: 1px solid var(--line) }
  td[data-label]::before { content: attr(data-label) ": "; color: var(--quiet) } }
@media (forced-colors: active) { svg .bar { fill: CanvasText } svg .ground { fill: Canvas; stroke: CanvasText }
  svg .span { stroke: Highlight } }
@media print { body { max-width: none; padding: 0 } tr, .test { break-inside: avoid } }
"""


def as_page(summary: Summary, handbook: Handbook) -> bytes:
    """The page: tests, the questions to look at first, all questions, people."""
    body = el(
        "body",
        el("main", el("h1", TITLE), el("p", _PRIVATE, class_="quiet"), *_sections(summary, handbook, "h2")),
    )
    style = _style()
    policy = f"default-src 'none'; style-src 'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'"
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{TITLE}</title>'
        f"<style>{style}</style>"
    )
    written = tostring(body, encoding="unicode", method="html")
    return f'<!doctype html>\n<html lang="en">\n<head>{head}</head>\n{written}\n</html>\n'.encode()


def as_section(summary: Summary, handbook: Handbook, level: int) -> str:
    """The same as a part of another page, in its styles, with headings of a level."""
    part = el("div", el("p", _PRIVATE), *_sections(summary, handbook, f"h{level}"), class_="hb-results")
    return tostring(part, encoding="unicode", method="html")


def _style() -> str:
    light, dark = (" ".join(f"--{name}: {colors[name]};" for name in _COLORS) for colors in (LIGHT, DARK))
    return _STYLE.replace("LIGHT", light).replace("DARK", dark)


def _sections(summary: Summary, handbook: Handbook, heading: str) -> Iterator[Element]:
    for test in summary.tests:
        yield from _test(test, heading)
    yield el(heading, "Questions")
    if any(question.people < SHARES for question in summary.questions):
        yield el("p", COUNTS_ONLY)
    if any(question.strength is not None for question in summary.questions):
        yield el("p", _DISCRIMINATION)
    yield _questions(summary, handbook)
    yield el(heading, "People")
    if len(summary.people) > MOST_PEOPLE:
        yield el(
            "p", f"Here are the {MOST_PEOPLE} with the lowest scores of {len(summary.people):,}. The table has all."
        )
    yield _people(summary, handbook)


def _test(test: FormSummary, heading: str) -> Iterator[Element]:
    yield el(heading, f"Test {test.form}")
    yield el(
        "div",
        el("p", test_in_words(test)),
        el("p", "People by share of the points (%)"),
        tenths_chart(test.tenths),
        class_="test",
    )


def _questions(summary: Summary, handbook: Handbook) -> Element:
    """All questions, first those to look at, then the hardest."""
    questions = sorted(summary.questions, key=lambda one: (finding(one) is None, one.mean))
    return _table(
        ("Question", "Right", "Discrimination", "Answers (* is right)"),
        "Questions, first those to look at",
        (_question(question, handbook) for question in questions),
    )


def _question(question: QuestionSummary, handbook: Handbook) -> list[Element]:
    banked = handbook.bank.items.get(question.item)
    stem = handbook.profile.fill(plain_text(banked.item.stem), Medium.PAGE) if banked else None
    note = finding(question)
    chart = share_chart(question.right / question.people, question.interval) if question.interval else None
    options = ", ".join(f"{o.letter}{'*' if o.right else ''} {o.count:,}" for o in question.options)
    return [
        el(
            "th",
            question.item,
            el("div", f"rev {question.rev}", class_="quiet"),
            el("div", stem, class_="quiet") if stem else None,
            el("div", el("strong", "Look at this one: "), note, class_="look") if note else None,
            scope="row",
        ),
        el("td", right_in_words(question), chart, data_label="Right"),
        _cell(f"{question.strength:.2f}" if question.strength is not None else "–", "Discrimination"),
        _cell(options or "–", "Answers"),
    ]


def _people(summary: Summary, handbook: Handbook) -> Element:
    rows = (_person(person, handbook) for person in summary.people[:MOST_PEOPLE])
    return _table(("Person", "Score", "Points lost in", "To read"), "People, the lowest scores first", rows)


def _person(person: Person, handbook: Handbook) -> list[Element]:
    pages = (page.title for page in what_to_read(person, handbook))
    score = f"{points(person.got)} of {person.most} ({percent(person.share)})"
    heading = el("th", person.person, el("div", person.form, class_="quiet"), scope="row")
    return [
        heading,
        _cell(score, "Score"),
        _cell(", ".join(losses(person, handbook)) or "–", "Points lost in"),
        _cell("; ".join(pages) or "–", "To read"),
    ]


def _cell(words: str, label: str) -> Element:
    return el("td", words, data_label=label)


def _table(headings: tuple[str, ...], caption: str, rows: Iterator[list[Element]]) -> Element:
    head = el("tr", *(el("th", heading, scope="col") for heading in headings))
    body = el("tbody", *(el("tr", *cells) for cells in rows))
    table = el("table", el("caption", caption, class_="quiet"), el("thead", head), body, class_="figures")
    return el("div", table, class_="scroll", tabindex="0", role="region", aria_label=caption)
