"""Builds QTI elements: XML with HTML in it, expressions, outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
SCHEMA = "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1p2.xsd"
TEMPLATES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/"
RESPONSE, SCORE, EXPLAINED = "RESPONSE", "SCORE", "EXPLANATION"


class Element(str):
    """A piece of XML as text. A text that is not one is escaped where it is put in.

    Ten thousand questions are two million elements: a tree of objects takes five times as long.
    """

    __slots__ = ()


def element(tag: str, *content: Element | str | None, **attributes: str) -> Element:
    """An element with content in order. A trailing _ is dropped from the name of an attribute."""
    return _element(tag, {name.rstrip("_"): value for name, value in attributes.items()}, content)


def root(tag: str, *content: Element | None, **attributes: str) -> Element:
    """The outermost element of a document, with the place of its schema. Each child begins a line."""
    spaces = {"xmlns": QTI, "xmlns:xsi": XSI, "xsi:schemaLocation": f"{QTI} {SCHEMA}"}
    lines = (Element(f"\n{part}") for part in content if part is not None)
    return _element(tag, {**spaces, **attributes}, [*lines, Element("\n")])


def html(tag: str, content: str, **attributes: str) -> Element:
    """An element that holds a piece of HTML, which is XML too."""
    return _element(tag, attributes, [Element(content)])


def document(element: Element) -> bytes:
    """The file that holds an outermost element."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{element}\n'.encode()


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


def _element(tag: str, attributes: Mapping[str, str], content: Iterable[Element | str | None]) -> Element:
    attribute_text = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    inner = "".join(part if isinstance(part, Element) else escape(part, quote=False) for part in content if part)
    return Element(f"<{tag}{attribute_text}>{inner}</{tag}>" if inner else f"<{tag}{attribute_text}/>")
