"""Serves a built site on this machine."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the tests look at what comes back."""

    def end_headers(self) -> None:
        """Let nothing be kept: a browser would take a file that was changed within the same second for the old one."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


def serve(folder: Path) -> Iterator[str]:
    """The address of a folder, as long as the caller goes on."""
    handler = functools.partial(_QuietHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
