"""The page of a SCORM package: the questions as the site asks them, the answers out of sight, links made full."""

from __future__ import annotations

import html
import json
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ...assembly import Form
from ...html.build import el
from ...html.items import ItemPlace
from ...html.question import answer, numbered
from ...html.quiz import question_list
from ...model.dates import edition_in_words
from ...source.addresses import is_fit, leads_out
from ...source.one_line import OneLine, address_in
from ...source.profile import Medium
from ..assessment import Assessment
from ..texts import NOT_XML, ItemTexts
from .record import Record
from .standard import ScormStandard

SCRIPT, STYLE = "javascripts/scorm.js", "stylesheets/scorm.css"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
_NO_SCRIPT = "Without JavaScript you can read the questions here, but not answer them."


def page(assessment: Assessment, item_records: Sequence[Record], line: int, standard: ScormStandard) -> bytes:
    """The page to start. It holds every question of the assessment, and `item_records` as data for its script."""
    quiz = as_html(_quiz(assessment, item_records, line, standard), assessment.texts)
    return whole_page(assessment.texts.plain(assessment.title), quiz, _NO_SCRIPT, f"Edition: {assessment.origin}")


def whole_page(title: str, content: str, without_script: str, about: str) -> bytes:
    """The page of a package around its content, which is HTML; what is said without JavaScript, and at the foot."""
    title, about = html.escape(title), html.escape(about)
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
<noscript><p class="hb-warning">{without_script}</p></noscript>
{content}
</main>
<footer><p>{about}</p></footer>
</body>
</html>
""".encode()


def _quiz(assessment: Assessment, item_records: Sequence[Record], line: int, standard: ScormStandard) -> Element:
    texts = assessment.texts

    def link(target: str) -> str:
        return texts.guide.online(target, texts.site) or ""

    questions = numbered(assessment.items, ItemPlace(assessment.id, texts.profile, texts.guide, link), linked=False)
    return el(
        "section",
        *([el("p", assessment.time)] if assessment.time else []),
        el("p", class_="hb-quiz-intro"),
        el("div", *question_list(questions), class_="hb-quiz-questions"),
        el("section", *map(answer, questions), class_="hb-quiz-answers", hidden=True),
        class_="hb hb-quiz",
        data_quiz=assessment.id,
        data_mode=assessment.mode,
        data_form=assessment.id,
        data_content=Form(assessment.id, "", 1, assessment.items).digest,
        data_edition=edition_in_words(assessment.edition),
        data_scorm=standard.edition,
        data_pass=str(assessment.pass_mark) if assessment.pass_mark is not None else None,
        data_records=json.dumps([record.data(line) for record in item_records], separators=(",", ":")),
    )


def as_html(section: Element, texts: ItemTexts) -> str:
    """The texts of the section read as Markdown, all of it written. Raw HTML in a text is text."""
    one_line = OneLine(texts.profile, Medium.PAGE)
    md = one_line.markdown
    one_line.read_within(section)
    for element in section.iter():
        _make_fit(element)
    written = md.serializer(section)
    for name in ("raw_html", "amp_substitute"):
        written = md.postprocessors[name].run(written)
    return NOT_XML.sub("", written)


def _make_fit(element: Element) -> None:
    """Leave of a picture its description, and of a link that has no full address its words."""
    if element.tag == "img":
        element.tag, element.text = "span", AtomicString(element.get("alt", ""))
        element.attrib.clear()
    elif element.tag == "a":
        address = address_in(element)
        stays = address.startswith("#") or (leads_out(address) and is_fit(address))
        element.tag, element.attrib = ("a", {"href": address, **_apart(address)}) if stays else ("span", {})


def _apart(address: str) -> dict[str, str]:
    """A page that took the place of the quiz would end the session: it gets a window of its own."""
    return {"target": "_blank", "rel": "noopener"} if address.startswith("http") else {}
