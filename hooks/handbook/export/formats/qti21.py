"""QTI 2.1: a content package with a test and its items, for learning platforms other than Moodle.

Source: 1EdTech (IMS) Question and Test Interoperability 2.1, Assessment Item and Test information models.
"""

from __future__ import annotations

from ..archive import zipped
from ..assessment import HINTS, Assessment, Format, Losses
from ..qti.items import CANVAS_REASONS, explained, parts
from ..qti.package import MANIFEST, TEST, file_of, item_document, manifest, test_document


def write(assessment: Assessment, losses: Losses) -> bytes:
    """The package: manifest, test and one document an item, named by the bank's ids."""
    documents = {}
    for item in assessment.items:
        item_parts = parts(item, assessment.texts, losses)
        if item_parts:
            documents[item.id] = item_document(item, item_parts, assessment.texts)
            if explained(item, item_parts, assessment.texts):
                losses.add(item, *CANVAS_REASONS)
            if item.hints:
                losses.add(item, *HINTS)
    held = [item for item in assessment.items if item.id in documents]
    items = {file_of(item): documents[item.id] for item in held}
    return zipped(
        {MANIFEST: manifest(assessment, held), TEST: test_document(assessment, held), **items}, assessment.edition
    )


FORMAT = Format("QTI 2.1 package", ".zip", write, markup=True)
