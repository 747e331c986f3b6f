"""QTI 2.1: a content package with a test and its items, for learning platforms other than Moodle.

Source: 1EdTech (IMS) Question and Test Interoperability 2.1, Assessment Item and Test information models.
"""

from __future__ import annotations

from ..archive import zipped
from ..assessment import HINTS, Assessment, Format, Losses
from ..qti.items import parts
from ..qti.package import MANIFEST, TEST, file_of, item_document, manifest, test_document


def write(paper: Assessment, losses: Losses) -> bytes:
    """The package: manifest, test and one document an item, named by the bank's ids."""
    documents = {}
    for item in paper.items:
        said = parts(item, paper.texts, losses)
        if said:
            documents[item.id] = item_document(item, said, paper.texts)
            if item.hints:
                losses.add(item, *HINTS)
    held = [item for item in paper.items if item.id in documents]
    items = {file_of(item): documents[item.id] for item in held}
    return zipped({MANIFEST: manifest(paper, held), TEST: test_document(paper, held), **items}, paper.edition)


FORMAT = Format("QTI 2.1 package", ".zip", write, markup=True)
