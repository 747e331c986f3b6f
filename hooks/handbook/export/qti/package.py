"""The files of a QTI 2.1 content package around its items: the item documents, the test, the manifest.

Source: 1EdTech (IMS) QTI 2.1 Assessment Test, Section and Item Information Model; Content Packaging 1.1.4.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...model.items import Item
from ..assessment import Assessment
from ..texts import ItemTexts
from ..xml import XSI, Content, Element, build, document, element, lines
from .build import EXPLAINED, SCORE, html, outcome, root
from .items import QtiParts, explained

CP = "http://www.imsglobal.org/xsd/imscp_v1p1"
CP_SCHEMA = "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd"
MANIFEST, TEST = "imsmanifest.xml", "test.xml"
VISIBLE = "shown"
"""What EXPLANATION is from the beginning: its text is shown after any answer, whatever scores it."""
_WEIGHT = "POINTS"
_SPACES = {"xmlns": CP, "xmlns:xsi": XSI, "xsi:schemaLocation": f"{CP} {CP_SCHEMA}"}


def file_of(item: Item) -> str:
    """Where an item lies in the package."""
    return f"items/{item.id}.xml"


def item_document(item: Item, item_parts: QtiParts, texts: ItemTexts) -> bytes:
    """An item as a document of its own."""
    explanation = explained(item, item_parts, texts)
    outcomes = [_outcome(SCORE, "single", "float", "0"), _outcome("MAXSCORE", "single", "float", "1")]
    if not item.scored:
        outcomes = []
    outcomes += [_outcome(EXPLAINED, "single", "identifier", VISIBLE)] if explanation else []
    modal = _modal(EXPLAINED, VISIBLE, explanation) if explanation else None
    parts = [item_parts.declaration, *outcomes, element("itemBody", *item_parts.body), item_parts.processing, modal]
    return document(
        root("assessmentItem", *parts, identifier=item.id, title=item.id, adaptive="false", timeDependent="false")
    )


def test_document(assessment: Assessment, items: Sequence[Item]) -> bytes:
    """The test: the items in order, each weighed with its points."""
    title = assessment.texts.plain(assessment.title)
    attributes = {"toolName": "handbook", "toolVersion": str(assessment.edition)}
    section = element("assessmentSection", *map(_reference, items), identifier="questions", title=title, visible="true")
    part = element("testPart", section, identifier="part", navigationMode="nonlinear", submissionMode="individual")
    total = element("sum", element("testVariables", variableIdentifier=SCORE, weightIdentifier=_WEIGHT))
    parts = [_outcome(SCORE, "single", "float", "0"), part, element("outcomeProcessing", outcome(SCORE, total))]
    return document(
        root("assessmentTest", *parts, identifier=assessment.code or assessment.id, title=title, **attributes)
    )


def _reference(item: Item) -> Element:
    weight = element("weight", identifier=_WEIGHT, value=str(item.points)) if item.scored else None
    return element("assessmentItemRef", weight, identifier=item.id, href=file_of(item), fixed="false")


def manifest(assessment: Assessment, items: Sequence[Item]) -> bytes:
    """What the package holds."""
    name = assessment.code or assessment.id
    version = (element("schema", "QTIv2.1 Package"), element("schemaversion", "1.0.0"))
    needed = (element("dependency", identifierref=f"item-{item.id}") for item in items)
    test = _resource(f"test-{name}", "imsqti_test_xmlv2p1", TEST, *needed)
    resources = (test, *(_resource(f"item-{item.id}", "imsqti_item_xmlv2p1", file_of(item)) for item in items))
    parts = (
        element("metadata", *lines(version)),
        element("organizations"),
        element("resources", *lines(resources)),
    )
    return document(build("manifest", {**_SPACES, "identifier": f"package-{name}"}, lines(parts)))


def _resource(identifier: str, kind: str, file: str, *needed: Content) -> Element:
    return element("resource", element("file", href=file), *needed, identifier=identifier, type=kind, href=file)


def _outcome(identifier: str, cardinality: str, base: str, default: str = "") -> Element:
    default_value = element("defaultValue", element("value", default)) if default else None
    return element("outcomeDeclaration", default_value, identifier=identifier, cardinality=cardinality, baseType=base)


def _modal(identifier: str, ident: str, content: str) -> Element:
    return html("modalFeedback", content, outcomeIdentifier=identifier, identifier=ident, showHide="show")
