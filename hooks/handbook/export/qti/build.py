"""Builds QTI elements: XML with HTML in it, expressions, outcomes."""

from __future__ import annotations

from lxml import etree

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
SCHEMA = "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1p2.xsd"
RESPONSE, SCORE, FEEDBACK, EXPLAINED = "RESPONSE", "SCORE", "FEEDBACK", "EXPLANATION"

SPACES: dict[str, str] = {None: QTI, "xsi": XSI}  # type: ignore[dict-item]  # lxml's own name for the default is None

Element = etree._Element  # noqa: SLF001 (the name that lxml gives its elements)


def el(tag: str, *content: Element | str | None, **attributes: str) -> Element:
    """An element with content in order. A trailing _ is dropped from the name of an attribute."""
    element = etree.Element(f"{{{QTI}}}{tag}", {name.rstrip("_"): value for name, value in attributes.items()})
    for part in content:
        if isinstance(part, str):
            _append_text(element, part)
        elif part is not None:
            element.append(part)
    return element


def root(tag: str, **attributes: str) -> Element:
    """The outermost element of a document, with the place of its schema."""
    element = etree.Element(f"{{{QTI}}}{tag}", attributes, nsmap=SPACES)
    element.set(f"{{{XSI}}}schemaLocation", f"{QTI} {SCHEMA}")
    return element


def html(tag: str, content: str, **attributes: str) -> Element:
    """An element that holds a piece of HTML."""
    element = etree.fromstring(f'<{tag} xmlns="{QTI}">{content}</{tag}>')
    for name, value in attributes.items():
        element.set(name, value)
    return element


def document(element: Element) -> bytes:
    """The file that holds an outermost element."""
    etree.cleanup_namespaces(element, keep_ns_prefixes=["xsi"])
    return bytes(etree.tostring(element, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def name(kind: str, ident: str) -> str:
    """A permanent name as an identifier: it begins with a letter, whatever the name begins with."""
    return f"{kind}-{ident}"


def value(said: str, base: str) -> Element:
    """A value that stands for itself."""
    return el("baseValue", said, baseType=base)


def variable(identifier: str) -> Element:
    """The value of a variable."""
    return el("variable", identifier=identifier)


def outcome(identifier: str, expression: Element) -> Element:
    """A rule that sets an outcome."""
    return el("setOutcomeValue", expression, identifier=identifier)


def condition(test: Element, then: list[Element], otherwise: list[Element] | None = None) -> Element:
    """A rule that sets outcomes where a test holds, and others where it does not."""
    return el(
        "responseCondition",
        el("responseIf", test, *then),
        el("responseElse", *otherwise) if otherwise else None,
    )


def _append_text(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
