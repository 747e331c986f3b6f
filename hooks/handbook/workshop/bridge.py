"""Between the page's worker and the session: every call comes as JSON and goes back as JSON, files as bytes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .blueprint import as_yaml
from .session import Session

FOLDER = Path("/handbook")


class Bridge:
    """The session of one page. Made when all parts are there."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.session = Session(folder)

    def call(self, name: str, request: str) -> tuple[str, bytes]:
        """The answer to a call, as JSON, and the file that comes with it, if any.

        Raises KeyError for a call that isn't known.
        """
        answer = _CALLS[name](self.session, json.loads(request))
        content = answer.pop("content", b"")
        return json.dumps(answer, ensure_ascii=False), content


def _choices(session: Session, _: Any) -> dict[str, Any]:
    return dict(session.choices())


def _draw(session: Session, request: Any) -> dict[str, Any]:
    blueprint = as_yaml(request["draft"])
    result = session.draw(
        {"quiz": request["quiz"], "blueprint": blueprint, "seed": request["seed"], "forms": request["forms"]}
    )
    return {**result, "blueprint": blueprint}


def _export(session: Session, request: Any) -> dict[str, Any]:
    return session.export(request["code"], request["format"])


def _files(session: Session, _: Any) -> dict[str, Any]:
    return session.edits.files()


def _open(session: Session, request: Any) -> dict[str, Any]:
    return session.edits.open(request["path"])


def _attempt(session: Session, request: Any) -> dict[str, Any]:
    return session.edits.attempt(request["path"], request["text"], request["line"])


def _restore(session: Session, request: Any) -> dict[str, Any]:
    return session.edits.restore(request["path"])


_CALLS = {
    "attempt": _attempt,
    "choices": _choices,
    "draw": _draw,
    "export": _export,
    "files": _files,
    "open": _open,
    "restore": _restore,
}
