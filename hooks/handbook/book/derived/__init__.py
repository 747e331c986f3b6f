"""Items made of the handbook itself: an entry of the bank and a directive → a question, its key and its reasons.

So handbook and question cannot disagree: who changes the one changes the other.
"""

from __future__ import annotations

from pydantic import ValidationError

from ...model.derivation import Derivation
from ...model.items import ITEMS, Item
from ...model.schema import parse
from ...source.codes import Code
from ...source.document import Document
from ...source.problems import Problems, did_you_mean
from .kinds import KINDS
from .material import Drifted, Material, Sources, Unfit, Unread

__all__ = ["Sources", "derive"]

_NOT_ASKED = "Until this is fixed, the question is left out."


def derive(document: Document, at: int, sources: Sources, problems: Problems) -> Item | None:
    """The item that an entry of the bank describes. None, with the fault recorded at its line, when there is none.

    A fault of the entry is a problem. Where its page has changed so that it no longer fits, that is a notice.
    """
    entry = parse(Derivation, document, problems, (at,))
    if entry is None:
        return None
    try:
        return _made(entry, sources)
    except Unread:
        return None
    except Drifted as drifted:
        line, message = document.line((at, drifted.key)), f"{drifted}. {_NOT_ASKED}"
        problems.notice(document.path, line, Code.DERIVED_OUTDATED, message, drifted.hint)
    except Unfit as unfit:
        problems.add(document.path, document.line((at, unfit.key)), Code.DERIVED_UNFIT, str(unfit), unfit.hint)
    except ValidationError as error:
        what = f'a question of type "{entry.kind}" can\'t be made from "{entry.source}": {_reason(error)}'
        hint = "Use another type of question or another part of the handbook."
        message = f"{what}. {_NOT_ASKED}"
        problems.notice(document.path, document.line((at,)), Code.DERIVED_OUTDATED, message, hint)
    return None


def _made(entry: Derivation, sources: Sources) -> Item:
    material = Material.of(entry, sources)
    make = KINDS.get((material.kind, entry.kind))
    if make is None:
        fitting = [kind for source, kind in KINDS if source == material.kind]
        what = f'a question of type "{entry.kind}" can\'t be made from a {material.kind}'
        raise Unfit(what, did_you_mean(entry.kind, fitting), "as")
    refs = [*material.refs, *entry.refs]
    if not refs:
        raise Unfit(
            '"refs" is missing, which says where the handbook answers this',
            'Add a line such as "refs: [page.md#heading]".',
            "refs",
        )
    made = {"type": entry.kind, "refs": refs, **make(material), **entry.common()}
    return ITEMS[entry.kind].model_validate({**made, "stem": entry.stem} if entry.stem else made)


def _reason(error: ValidationError) -> str:
    detail = error.errors(include_url=False)[0]
    context = detail.get("ctx", {})
    if detail["type"] == "too_short":
        return f'"{detail["loc"][-1]}" has {context["actual_length"]} of the {context["min_length"]} entries it needs'
    return str(context.get("message") or f"{'.'.join(map(str, detail['loc']))}: {detail['msg']}")
