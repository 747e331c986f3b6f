"""What a preview costs after a change: builds as `handbook serve` does, changes a sentence, builds again.

Prints the seconds of processor time of the second build. Run by `bench.speed`, in a folder that may be changed.
"""

from __future__ import annotations

import logging
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build
from mkdocs.config import load_config


def main() -> None:
    """Build twice."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    with TemporaryDirectory() as site:
        _build(site)
        page = Path("docs", "index.md")
        page.write_text(f"{page.read_text('utf-8')}\nA sentence for the preview is new.\n", "utf-8")
        before = time.process_time()
        _build(site)
        print(time.process_time() - before)


def _build(site: str) -> None:
    config = load_config("mkdocs.yml", site_dir=site)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:8000/")


if __name__ == "__main__":
    main()
