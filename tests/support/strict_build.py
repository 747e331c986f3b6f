"""A strict build within this process: a test can make many, where a program of its own would take seconds each."""

from __future__ import annotations

import logging
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException


def build_fault(root: Path) -> str | None:
    """What stops a strict build of the handbook in a folder. None when it is whole."""
    with TemporaryDirectory() as site:
        counter = _Warnings()
        log = logging.getLogger("mkdocs")
        log.addHandler(counter)
        propagates, log.propagate = log.propagate, False
        try:
            build(load_config(str(root / "mkdocs.yml"), site_dir=site))
        except (MkDocsException, SystemExit) as error:
            return str(error) or type(error).__name__
        except Exception as error:  # noqa: BLE001 (whatever it is, the build has not given a site)
            return f"{type(error).__name__}: {error}"
        finally:
            log.removeHandler(counter)
            log.propagate = propagates
        return "; ".join(counter.messages) or None


class _Warnings(logging.Handler):
    """Collects what a strict build does not pass over."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
