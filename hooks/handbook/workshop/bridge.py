"""Between the page's worker and the session: every call comes as JSON and goes back as JSON, files as bytes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..book.read import Handbook
from .arrivals import arrivals
from .blueprint import as_yaml
from .completions import completion
from .forms import form_at, with_change
from .mentions import key_of, with_key
from .pocket import pocket_choices, pocket_sheet
from .results import empty_table, report
from .session import Request, Session

FOLDER = Path("/handbook")


class Bridge:
    """The session of one page. Made when all parts are there."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.session = Session(folder)

    def call(self, name: str, request: str, file: bytes = b"") -> tuple[str, bytes]:
        """The answer to a call, as JSON, and the file that comes with it, if any. `file` comes with the call.

        Raises KeyError for a call that isn't known.
        """
        answer = _CALLS[name](self.session, {**json.loads(request), "file": file})
        content = answer.pop("content", b"")
        return json.dumps(answer, ensure_ascii=False), content


def _changes(session: Session, _: Any) -> dict[str, Any]:
    return {"changes": session.edits.changes()}


def _choices(session: Session, _: Any) -> dict[str, Any]:
    return dict(session.choices())


def _request(request: Any) -> Request:
    blueprint = as_yaml(request["draft"])
    return {"quiz": request["quiz"], "blueprint": blueprint, "seed": request["seed"], "forms": request["forms"]}


def _draw(session: Session, request: Any) -> dict[str, Any]:
    wish = _request(request)
    return {**session.draw(wish), "blueprint": wish["blueprint"]}


def _take(session: Session, request: Any) -> dict[str, Any]:
    return session.take(_request(request["test"]), request["code"])


def _export(session: Session, request: Any) -> dict[str, Any]:
    return session.export(_request(request["test"]), request["code"], request["format"])


def _files(session: Session, _: Any) -> dict[str, Any]:
    return session.edits.files()


def _open(session: Session, request: Any) -> dict[str, Any]:
    return session.edits.open(request["path"])


def _attempt(session: Session, request: Any) -> dict[str, Any]:
    return session.edits.attempt(request["path"], request["text"], request["line"])


def _glance(session: Session, request: Any) -> dict[str, Any]:
    return session.edits.glance(request["path"], request["text"], request["line"])


def _source(session: Session, request: Any) -> dict[str, Any]:
    return session.edits.source(request["item"], request["box"])


def _restore(session: Session, request: Any) -> dict[str, Any]:
    return session.edits.restore(request["path"])


def _form(_: Session, request: Any) -> dict[str, Any]:
    return form_at(request["path"], request["text"], request["line"])


def _change(session: Session, request: Any) -> dict[str, Any]:
    path, change = request["path"], request["change"]
    text, line = with_change(path, request["text"], request["line"], change)
    key = key_of(path, change["at"]) if change["kind"] == "rename" else ""
    if key:
        text = with_key(path, text, key, change["value"])
    return {"text": text, "line": line, "key": key, "others": [other for other, _ in session.edits.mentions(key)]}


def _rename(session: Session, request: Any) -> dict[str, Any]:
    """The files that mention a value of the profile, with its new name."""
    return {"files": session.edits.write(dict(session.edits.mentions(request["key"], request["name"])))}


def _complete(session: Session, request: Any) -> dict[str, Any]:
    handbook = session.edits.handbook
    return dict(completion(handbook, request["path"], request["text"], request["line"], request["column"]))


def _begin(session: Session, request: Any) -> dict[str, Any]:
    return {"files": session.edits.begin(request["beginning"])}


def _bring(session: Session, request: Any) -> dict[str, Any]:
    return arrivals(session.edits.handbook, request["name"], bytes(request["file"]))


def _add(session: Session, request: Any) -> dict[str, Any]:
    return {"files": session.edits.add(request["path"], request["text"])}


def _pocket(session: Session, _: Any) -> dict[str, Any]:
    return pocket_choices(session.handbook)


def _sheet(session: Session, request: Any) -> dict[str, Any]:
    return pocket_sheet(session.handbook, request["wish"])


def _table(session: Session, request: Any) -> dict[str, Any]:
    return empty_table(_with_own(session, request), request["code"], request["kind"])


def _results(session: Session, request: Any) -> dict[str, Any]:
    return report(_with_own(session, request), request, bytes(request["file"]))


def _with_own(session: Session, request: Any) -> Handbook:
    """The handbook with a test of one's own, which comes as the form of a link or as the lines for IT."""
    return session.with_own(as_yaml(request["draft"]) if request["draft"] else request["blueprint"])


def _write(session: Session, request: Any) -> dict[str, Any]:
    return {"files": session.edits.write({request["path"]: request["text"]})}


_CALLS = {
    "add": _add,
    "attempt": _attempt,
    "begin": _begin,
    "bring": _bring,
    "change": _change,
    "changes": _changes,
    "choices": _choices,
    "complete": _complete,
    "draw": _draw,
    "export": _export,
    "files": _files,
    "form": _form,
    "glance": _glance,
    "open": _open,
    "pocket": _pocket,
    "rename": _rename,
    "restore": _restore,
    "results": _results,
    "sheet": _sheet,
    "source": _source,
    "table": _table,
    "take": _take,
    "write": _write,
}
