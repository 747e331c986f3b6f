"""The page of a SCORM package: the questions as the site asks them, the answers out of sight, links made full."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ...assembly import Form
from ...html.build import el
from ...html.items import Place
from ...html.question import answer, numbered, question
from ...source.one_line import OneLine, address_in
from ...source.profile import Medium
from ..assessment import Assessment
from ..texts import ItemTexts
from .record import Record

SCRIPT, STYLE = "javascripts/scorm.js", "stylesheets/scorm.css"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'"
)
_FULL = re.compile(r"[a-z][a-z0-9+.-]*:|#", re.IGNORECASE)
_NO_SCRIPT = "Without JavaScript you can read the questions here, but not answer them."
_NOT_HTML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def page(paper: Assessment, found: Sequence[Record], line: int) -> bytes:
    """The page to start. It holds every question of the paper, and `found` as data for its script."""
    quiz = _as_html(_quiz(paper, found, line), paper.texts)
    title = html.escape(paper.texts.plain(paper.title))
    about = html.escape(" · ".join(said for said in (f"Edition: {paper.edition}", paper.code) if said))
    return f"""<!doctype html>
<html lang="en-US" data-md-color-scheme="default">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="{STYLE}">
<script src="{SCRIPT}"></script>
</head>
<body class="md-typeset">
<main>
<h1>{title}</h1>
<noscript><p class="hb-warning">{_NO_SCRIPT}</p></noscript>
{quiz}
</main>
<footer><p>{about}</p></footer>
</body>
</html>
""".encode()


def _quiz(paper: Assessment, found: Sequence[Record], line: int) -> Element:
    texts = paper.texts

    def link(target: str) -> str:
        return texts.guide.online(target, texts.site) or ""

    asked = numbered(paper.items, Place(paper.id, texts.profile, texts.guide, link), linked=False)
    return el(
        "section",
        el("p", class_="hb-quiz-intro"),
        el("div", *map(question, asked), class_="hb-quiz-questions"),
        el("section", *map(answer, asked), class_="hb-quiz-answers", hidden=True),
        class_="hb hb-quiz",
        data_quiz=paper.id,
        data_mode=paper.mode,
        data_form=paper.id,
        data_content=Form(paper.id, "", 1, paper.items).digest,
        data_edition=str(paper.edition),
        data_pass=str(paper.pass_mark) if paper.pass_mark is not None else None,
        data_records=json.dumps([record.data(line) for record in found], separators=(",", ":")),
    )


def _as_html(section: Element, texts: ItemTexts) -> str:
    """The texts of the section read as Markdown, all of it written. Raw HTML in a text is text."""
    one_line = OneLine(texts.profile, Medium.PAGE)
    md = one_line.markdown
    md.inlinePatterns.deregister("html")
    one_line.read_within(section)
    for element in section.iter():
        _make_fit(element)
    written = md.serializer(section)
    for name in ("raw_html", "amp_substitute"):
        written = md.postprocessors[name].run(written)
    return _NOT_HTML.sub("", written)


def _make_fit(element: Element) -> None:
    """Leave of a picture its description, and of a link that has no full address its words."""
    for name in [name for name in element.attrib if name.startswith("on") or name == "style"]:
        del element.attrib[name]
    if element.tag == "img":
        element.tag, element.text = "span", AtomicString(element.get("alt", ""))
        element.attrib.clear()
    elif element.tag == "a":
        address = address_in(element)
        element.tag, element.attrib = (
            ("a", {"href": address, **_apart(address)}) if _FULL.match(address) else ("span", {})
        )


def _apart(address: str) -> dict[str, str]:
    """A page that took the place of the quiz would end the session: it gets a window of its own."""
    return {"target": "_blank", "rel": "noopener"} if address.startswith("http") else {}
