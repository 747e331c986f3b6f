"""The manifest of a SCORM package: what it holds, and where it starts.

Sources: ADL SCORM 1.2 Content Aggregation Model, 2.3 (content packaging), with IMS Content Packaging 1.1.2 and IMS
Learning Resource Meta-Data 1.2.1; ADL SCORM 2004 3rd Edition Content Aggregation Model, 3.4 and 5 (sequencing), with
IMS Content Packaging 1.1.4 and IEEE 1484.12.3 (metadata, in a file of their own).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...git.edition import Edition
from ..xml import XSI, Content, Element, build, document, element, lines
from .standard import SCORM_12, ScormStandard

MANIFEST, PAGE, METADATA = "imsmanifest.xml", "index.html", "metadata.xml"

CP = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
MD = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
SCHEMAS = {CP: "imscp_rootv1p1p2.xsd", ADL: "adlcp_rootv1p2.xsd", MD: "imsmd_rootv1p2p1.xsd"}

CP_2004 = "http://www.imsglobal.org/xsd/imscp_v1p1"
ADL_2004 = "http://www.adlnet.org/xsd/adlcp_v1p3"
SEQUENCING = "http://www.imsglobal.org/xsd/imsss"
SCHEMAS_2004 = {CP_2004: "imscp_v1p1.xsd", ADL_2004: "adlcp_v1p3.xsd", SEQUENCING: "imsss_v1p0.xsd"}
LOM = "http://ltsc.ieee.org/xsd/LOM"

LANGUAGE = "en-US"
_TITLE = 200
_PREFIXES = {ADL: "adlcp", MD: "imsmd", ADL_2004: "adlcp", SEQUENCING: "imsss"}


@dataclass(frozen=True, slots=True)
class Course:
    """What a package is, to a platform.

    `name` is in all identifiers, and must stay the same in every edition: where it changes, Moodle takes a newer
    package for another one, and deletes everybody's results. So the form code is in the description alone.
    """

    name: str
    title: str
    edition: Edition
    code: str = ""
    pass_mark: int | None = None

    @property
    def short_title(self) -> str:
        """The title as far as all platforms take it."""
        return self.title[:_TITLE]

    @property
    def about(self) -> str:
        """Edition and form code."""
        return f"Edition {self.edition}" + (f", form {self.code}" if self.code else "")


@dataclass(frozen=True, slots=True)
class _Binding:
    """How an edition of SCORM writes a manifest: its namespaces, what kind of resource starts, and its own parts."""

    space: str
    schemas: dict[str, str]
    kind: tuple[str, str]
    about: tuple[Element, ...]
    of_item: Element | None
    of_organization: Element | None = None


def described(course: Course, standard: ScormStandard, files: Iterable[str]) -> dict[str, bytes]:
    """The manifest of a package with one page to start, which asks for all of these files, and what it refers to."""
    if standard is SCORM_12:
        return {MANIFEST: document(_manifest(course, files, _binding_12(course)))}
    manifest = _manifest(course, files, _binding_2004(course))
    return {MANIFEST: document(manifest), METADATA: document(_metadata_2004(course))}


def _binding_12(course: Course) -> _Binding:
    mark = None if course.pass_mark is None else _el(ADL, "masteryscore", str(course.pass_mark))
    about = (_el(CP, "schema", "ADL SCORM"), _el(CP, "schemaversion", "1.2"), _metadata_12(course))
    return _Binding(CP, SCHEMAS, (ADL, "scormtype"), about, mark)


def _metadata_12(course: Course) -> Element:
    """Title and edition, as metadata of learning resources."""
    general = (("title", course.short_title), ("language", None), ("description", course.about))
    return _el(
        MD,
        "lom",
        _el(MD, "general", *(_in_language(MD, tag, "langstring", text) for tag, text in general)),
        _el(MD, "lifecycle", _in_language(MD, "version", "langstring", str(course.edition))),
    )


def _binding_2004(course: Course) -> _Binding:
    """Completion and success are what the page reports; a platform that is told nothing must not make them up."""
    version = (_el(CP_2004, "schema", "ADL SCORM"), _el(CP_2004, "schemaversion", "2004 3rd Edition"))
    reported = _el(SEQUENCING, "deliveryControls", completionSetByContent="true", objectiveSetByContent="true")
    rules = _el(SEQUENCING, "sequencing", _objective(course.pass_mark), reported)
    choice = _el(SEQUENCING, "sequencing", _el(SEQUENCING, "controlMode", choice="true", flow="true"))
    about = (*version, _el(ADL_2004, "location", METADATA))
    return _Binding(CP_2004, SCHEMAS_2004, (ADL_2004, "scormType"), about, rules, choice)


def _objective(mark: int | None) -> Element | None:
    if mark is None:
        return None
    least = _el(SEQUENCING, "minNormalizedMeasure", f"{mark / 100:g}")
    primary = _el(SEQUENCING, "primaryObjective", least, objectiveID="score", satisfiedByMeasure="true")
    return _el(SEQUENCING, "objectives", primary)


def _metadata_2004(course: Course) -> Element:
    general = (("title", course.short_title), ("language", None), ("description", course.about))
    parts = (
        _el(LOM, "general", *(_in_language(LOM, tag, "string", text) for tag, text in general)),
        _el(LOM, "lifeCycle", _in_language(LOM, "version", "string", str(course.edition))),
    )
    return build("lom", _spaces(LOM, ()), lines(parts))


def _manifest(course: Course, files: Iterable[str], binding: _Binding) -> Element:
    name, title, space = course.name, course.short_title, binding.space
    at_schemas = " ".join(f"{schema} {file}" for schema, file in binding.schemas.items())
    about = {"identifier": f"handbook-{name}", "version": course.edition.revision or "1"}
    item = element(
        "item", element("title", title), binding.of_item, identifier=f"item-{name}", identifierref=f"page-{name}"
    )
    within = (element("title", title), item, binding.of_organization)
    organization = element("organization", *lines(within), identifier=f"test-{name}")
    parts = (
        element("metadata", *lines(binding.about)),
        element("organizations", *lines([organization]), default=f"test-{name}"),
        element("resources", *lines([_resource(name, files, binding)])),
    )
    attributes = {**_spaces(space, binding.schemas), "xsi:schemaLocation": at_schemas, **about}
    return build("manifest", attributes, lines(parts))


def _resource(name: str, files: Iterable[str], binding: _Binding) -> Element:
    at, kind = binding.kind
    attributes = {"identifier": f"page-{name}", "type": "webcontent", f"{_PREFIXES[at]}:{kind}": "sco", "href": PAGE}
    return build("resource", attributes, lines(element("file", href=file) for file in files))


def _in_language(space: str, tag: str, inner: str, text: str | None) -> Element:
    """Words in their language; without any, the language itself."""
    if text is None:
        return _el(space, tag, LANGUAGE)
    words = build(_qualified(space, inner), {"language" if space == LOM else "xml:lang": LANGUAGE}, [text])
    return _el(space, tag, words)


def _spaces(space: str, others: Iterable[str]) -> dict[str, str]:
    """The namespaces of a document; that of most of its elements needs no prefix."""
    prefixed = {f"xmlns:{_PREFIXES[each]}": each for each in others if each in _PREFIXES}
    return {"xmlns": space, **prefixed, "xmlns:xsi": XSI}


def _el(space: str, tag: str, *content: Content, **attributes: str) -> Element:
    """An element of a namespace."""
    return build(_qualified(space, tag), attributes, content)


def _qualified(space: str, tag: str) -> str:
    return f"{_PREFIXES[space]}:{tag}" if space in _PREFIXES else tag
