"""What is wrong in one file by itself, the rest of the handbook aside."""

from __future__ import annotations

from ..book.bank import ITEMS_FOLDER
from ..book.pages import read_page
from ..book.read import DOCS, ORGANIZATION, POCKET_GUIDE
from ..model.derivation import Derivation
from ..model.items import ITEMS
from ..model.json_schema import LISTS
from ..model.organization import read_organization
from ..model.pocket import PocketGuide
from ..model.schema import Entity, parse
from ..source.codes import Code
from ..source.document import Document, Node, read_document
from ..source.problems import Problem, Problems


def problems_in(path: str, text: str) -> list[Problem]:
    """The problems of a file with this text."""
    problems = Problems()
    if path.endswith(".md"):
        read_page(path.removeprefix(f"{DOCS}/"), text, problems)
        return problems.blocking
    document = read_document(path, text, problems)
    if document:
        _read(path, document, problems)
    return problems.blocking


def _read(path: str, document: Document, problems: Problems) -> None:
    if path == ORGANIZATION:
        read_organization(document, problems)
    elif path == POCKET_GUIDE:
        parse(PocketGuide, document, problems)
    elif isinstance(document.data, list):
        for at, entry in enumerate(document.data):
            model = model_of(path, entry)
            if model:
                parse(model, document, problems, (at,))
            else:
                code = Code.TYPE_UNKNOWN if document.has((at, "type")) else Code.KEY_MISSING
                problems.add(path, document.line((at, "type")), code, '"type" is missing or not known')


def model_of(path: str, entry: Node) -> type[Entity] | None:
    """What an entry of a list of the handbook is to be. None where that can't be told."""
    if not path.startswith(ITEMS_FOLDER):
        return LISTS.get(path.rpartition("/")[2].removesuffix(".yml"))
    if not isinstance(entry, dict):
        return None
    return Derivation if "from" in entry else ITEMS.get(str(entry.get("type")))
