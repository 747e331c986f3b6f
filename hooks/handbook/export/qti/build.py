"""Builds QTI elements: XML with HTML in it, expressions, outcomes."""

from __future__ import annotations

from ..xml import XSI, Element, build, element, lines

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
SCHEMA = "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1p2.xsd"
TEMPLATES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/"
RESPONSE, SCORE, EXPLAINED = "RESPONSE", "SCORE", "EXPLANATION"


def root(tag: str, *content: Element | None, **attributes: str) -> Element:
    """The outermost element of a document, with the place of its schema. Each child begins a line."""
    spaces = {"xmlns": QTI, "xmlns:xsi": XSI, "xsi:schemaLocation": f"{QTI} {SCHEMA}"}
    return build(tag, {**spaces, **attributes}, lines(content))


def html(tag: str, content: str, **attributes: str) -> Element:
    """An element that holds a piece of HTML, which is XML too."""
    return build(tag, attributes, [Element(content)])


def name(kind: str, ident: str) -> str:
    """A permanent name as an identifier: it begins with a letter, whatever the name begins with."""
    return f"{kind}-{ident}"


def value(text: str, base: str) -> Element:
    """A value that stands for itself."""
    return element("baseValue", text, baseType=base)


def variable(identifier: str) -> Element:
    """The value of a variable."""
    return element("variable", identifier=identifier)


def outcome(identifier: str, expression: Element) -> Element:
    """A rule that sets an outcome."""
    return element("setOutcomeValue", expression, identifier=identifier)


def condition(test: Element, then: list[Element], otherwise: list[Element] | None = None) -> Element:
    """A rule that sets outcomes where a test holds, and others where it does not."""
    return element(
        "responseCondition",
        element("responseIf", test, *then),
        element("responseElse", *otherwise) if otherwise else None,
    )


def scored_by(template: str) -> Element:
    """The response processing of a standard template."""
    return element("responseProcessing", template=TEMPLATES + template)
