"""The manifest of a SCORM 1.2 package: what it holds, and where it starts.

Source: ADL SCORM 1.2 Content Aggregation Model, 2.3 (content packaging), with IMS Content Packaging 1.1.2 and IMS
Learning Resource Meta-Data 1.2.1.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from ..assessment import Assessment

MANIFEST, PAGE = "imsmanifest.xml", "index.html"
CP = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
MD = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
SCHEMAS = {CP: "imscp_rootv1p1p2.xsd", ADL: "adlcp_rootv1p2.xsd", MD: "imsmd_rootv1p2p1.xsd"}
LANGUAGE = "en-US"
_TITLE = 200
_SPACES: dict[str, str] = {None: CP, "adlcp": ADL, "imsmd": MD, "xsi": XSI}  # type: ignore[dict-item]  # lxml's own name for the default is None


Element = etree._Element  # noqa: SLF001 (the name that lxml gives its elements)


def manifest(assessment: Assessment, files: Iterable[str]) -> bytes:
    """The manifest of a package with one page to start, which asks for all of these files."""
    title = assessment.texts.plain(assessment.title)[:_TITLE]
    name = assessment.code or assessment.id
    mark = _el(ADL, "masteryscore", str(assessment.pass_mark)) if assessment.pass_mark is not None else None
    item = _el(CP, "item", _el(CP, "title", title), mark, identifier=f"item-{name}", identifierref=f"page-{name}")
    page = _el(CP, "resource", *(_el(CP, "file", href=file) for file in files))
    page.attrib.update({"identifier": f"page-{name}", "type": "webcontent", f"{{{ADL}}}scormtype": "sco", "href": PAGE})
    root = _el(
        CP,
        "manifest",
        _el(CP, "metadata", _el(CP, "schema", "ADL SCORM"), _el(CP, "schemaversion", "1.2"), _about(assessment, title)),
        _el(
            CP,
            "organizations",
            _el(CP, "organization", _el(CP, "title", title), item, identifier=f"test-{name}"),
            default=f"test-{name}",
        ),
        _el(CP, "resources", page),
        identifier=f"handbook-{name}",
        version=assessment.edition.revision or "1",
    )
    root.set(f"{{{XSI}}}schemaLocation", " ".join(f"{space} {file}" for space, file in SCHEMAS.items()))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _about(assessment: Assessment, title: str) -> Element:
    """Title and edition, as metadata of learning resources."""
    edition = f"Edition {assessment.edition}" + (f", form {assessment.code}" if assessment.code else "")
    return _el(
        MD,
        "lom",
        _el(
            MD,
            "general",
            _el(MD, "title", _words(title)),
            _el(MD, "language", LANGUAGE),
            _el(MD, "description", _words(edition)),
        ),
        _el(MD, "lifecycle", _el(MD, "version", _words(str(assessment.edition)))),
    )


def _words(text: str) -> Element:
    words = _el(MD, "langstring", text)
    words.set("{http://www.w3.org/XML/1998/namespace}lang", LANGUAGE)
    return words


def _el(space: str, tag: str, *content: Element | str | None, **attributes: str) -> Element:
    """An element that holds elements or a text."""
    element = etree.Element(f"{{{space}}}{tag}", attributes, nsmap=_SPACES)
    for part in content:
        if isinstance(part, str):
            element.text = part
        elif part is not None:
            element.append(part)
    return element
