"""What the workshop costs: to start it, to check after a keystroke, to draw, to export and to print, and its memory.

Run: PYTHONPATH=tests .venv/bin/python -m bench.workshop. Seconds are the processor's, so they hold on a busy machine,
too. Memory is that of Chromium's own process for the page, in which the worker runs. Fails beyond a limit.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from resource import getpagesize
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from handbook.book.read import read_handbook
from handbook.export import FORMATS
from handbook.site.workshop import ENGINE_FOLDER, workshop_parts
from handbook.source.problems import Problems
from support.chromium import FLAGS, QUIET, ensure
from support.folders import PROJECT
from support.serving import serve

RECHECK, MEMORY = 0.5, 600.0
"""Seconds after a keystroke, and megabytes in all."""


WORKER = PROJECT / "docs/assets/javascripts/workshop-worker.js"
PAGE = "<!doctype html><html lang=en><title>Bench</title>"
CALL = """
([name, request]) => new Promise((resolve, reject) => {
  window.bench ??= new Worker("worker.js", { type: "module" });
  window.bench.onmessage = ({ data }) => {
    if (data.kind === "answer") resolve(data.value);
    if (data.kind === "failure") reject(new Error(data.message));
  };
  window.bench.postMessage({ id: 1, name, request: JSON.stringify(request), file: new Uint8Array() });
})
"""


def memory(folder: Path) -> Iterator[tuple[str, float]]:
    """The megabytes of Chromium's process for the page after each step, the parts of the workshop in a folder."""
    (folder / "index.html").write_text(PAGE, "utf-8")
    (folder / "worker.js").write_bytes(WORKER.read_bytes())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(ensure()), args=[*FLAGS, *QUIET])
        for address in serve(folder):
            page = browser.new_page()
            page.goto(f"{address}/index.html")
            for step in _steps(page, address):
                yield step, _renderer(browser)
        browser.close()


def _steps(page: Page, address: str) -> Iterator[str]:
    """The steps, each named when it is done."""

    def call(name: str, request: Any) -> Any:
        return json.loads(page.evaluate(CALL, [name, request]))

    call("start", {"parts": f"{address}/"})
    yield "started, all checked"
    files = call("files", {})["files"]
    path = next(each["path"] for each in files if each["path"].endswith(".md"))
    text = call("open", {"path": path})["text"].replace("summary: ", "summary: Now, ")
    call("attempt", {"path": path, "text": text, "line": 9})
    call("changes", {})
    yield "checked again, all changes listed"
    row = {"count": 30, "topic": "", "level": "", "type": ""}
    draft = {"title": "Thirty questions", "rows": [row], "exclude": [], "minutes": 0}
    (form, *_) = call("draw", {"quiz": "", "draft": draft, "seed": "may", "forms": 4})["forms"]
    for name in FORMATS:
        if name != "print":
            call("export", {"code": form["code"], "format": name})
    yield "30 questions drawn, exported in every format"
    call("export", {"code": form["code"], "format": "print"})
    yield "PDFs printed"


def _renderer(browser: Browser) -> float:
    """The megabytes that the largest process for a page has in the machine's memory."""
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    pages = [process["id"] for process in processes if process["type"] == "renderer"]
    resident = [int(Path(f"/proc/{page}/statm").read_text("ascii").split()[1]) for page in pages]
    return max(resident) * getpagesize() / 1e6


def main() -> int:
    """Print the figures. Gives the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        parts = workshop_parts(read_handbook(PROJECT, Problems()))
        for name, content in parts.files.items():
            (Path(folder) / name).write_bytes(content)
        (Path(folder) / "parts.json").write_bytes(parts.listing())
        seconds = json.loads(_in_node(folder).splitlines()[-1])["seconds"]
        for name, duration in seconds.items():
            limit = f" (limit: {RECHECK})" if name.startswith("recheck") else ""
            print(f"workshop, {name}: {duration:.2f} s{limit}")
        largest = 0.0
        for step, amount in memory(Path(folder)):
            print(f"workshop, memory in Chromium, {step}: {amount:.0f} MB (limit: {MEMORY:.0f})")
            largest = max(largest, amount)
    slow = [name for name, duration in seconds.items() if name.startswith("recheck") and duration > RECHECK]
    return int(bool(slow) or largest > MEMORY)


def _in_node(folder: str) -> str:
    """What the steps say that run in Node, which counts the processor's seconds."""
    script = PROJECT / "tests" / "bench" / "workshop.mjs"
    words = ["node", str(script), folder, str(PROJECT / ENGINE_FOLDER)]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    sys.exit(main())
