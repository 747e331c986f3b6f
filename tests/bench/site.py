"""What a page weighs against a bare Material site of the same pages; then Lighthouse, where it is.

Run: make bench. Prints a table and fails beyond a limit. Ratios hold on any machine, seconds only on this one.
Lighthouse is no dependency (180 MB): install it anywhere (npm install lighthouse@12.8.2) and name its program in
LIGHTHOUSE. Its server here packs with gzip, as a real one does. It gives the median of three runs. Its figure for
performance means something only on a machine that has nothing else to do.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urljoin

from bench.processor import cost, handbook_cost, python
from handbook.site.search_index import INDEX, OTHER_WORDS
from support.chromium import ensure
from support.folders import PROJECT, copy_project

PAGES = {
    "home": "index.html",
    "procedure": "channels/telephone/hold.html",
    "quick card": "now/hold.html",
    "worksheet": "growth/my-sheet.html",
    "quiz": "practice/service-basics.html",
}
ALSO_WEIGHED = {
    "section": "resolving/index.html",
    "table": "start-here/find-a-page.html",
    "glossary": "reference/glossary.html",
    "longest quiz": "practice/quiz-email.html",
    "progress": "my-progress.html",
}
RUNS = 3

MOST_FIRST_VIEW, MOST_OWN, MOST_FONTS = 60_000, 15_500, 40_000
MOST_WITH_FONTS = 75_000
FIRST_FONTS = "*-latin-*.woff2"
"""The fonts of a page that has no letters with accents."""
BARE = """site_name: Bare
use_directory_urls: false
theme: {name: material, font: false}
plugins: [search]
exclude_docs: _data/
"""
LOADED = re.compile(r"""<script [^>]*?src="([^"]+)|<link [^>]*?href="([^"]+\.css)""")
PARTS = {
    "hb-phrases": "blocks",
    "hb-checklist": "checklist",
    "hb-progress": "progress",
    "hb-quiz": "quiz",
    "hb-worksheet": "worksheet",
}
MOST_INDEX = 60_000
MINIMUM = {"performance": 0.95, "accessibility": 1.0, "best-practices": 1.0, "seo": 1.0}


def main() -> int:
    """Build both, weigh and look. Gives the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        ours, bare = copy_project(Path(folder) / "ours", PROJECT), Path(folder) / "bare"
        shutil.copytree(PROJECT / "docs", bare / "docs")
        (bare / "mkdocs.yml").write_text(BARE, "utf-8")
        handbook_cost(ours, "site")
        cost(python("-m", "mkdocs", "build", "-q"), bare)
        wrong = [*_weigh(ours / "site", bare / "site"), *_lighthouse(ours / "site")]
    for line in wrong:
        print("TOO MUCH:", line)
    return bool(wrong)


def _weigh(ours: Path, bare: Path) -> Iterator[str]:
    """First view without fonts, as gzip; what is our own of it; scripts that follow; fonts; the whole."""
    for name, path in (PAGES | ALSO_WEIGHED).items():
        files = _first_view(ours / path)
        total, own = sum(map(_packed, files)), sum(_packed(file) for file in files if _is_ours(file))
        theirs, later = sum(map(_packed, _first_view(_peer(bare, path)))), sum(map(_packed, _later(ours, path)))
        print(f"First view of {name}: {total:,} bytes, {total / theirs:.2f} times a bare one; our own files {own:,}.")
        print(f"  Scripts for its parts, when it has been read: {later:,} bytes.")
        if total > MOST_FIRST_VIEW:
            yield f"the first view of {path} is {total:,} bytes, not {MOST_FIRST_VIEW:,}"
        if name == "home" and own > MOST_OWN:
            yield f"own style and script of {path} are {own:,} bytes, not {MOST_OWN:,}"
    yield from _heaviest(ours)
    index = _packed(ours / INDEX)
    print(
        f"Index of the search, when someone comes to it: {index:,} bytes, and {_packed(ours / OTHER_WORDS):,} at need."
    )
    if index > MOST_INDEX:
        yield f"the index of the search is {index:,} bytes, not {MOST_INDEX:,}"
    fonts = sum(file.stat().st_size for file in (ours / "assets" / "fonts").glob("*.woff2"))
    whole, plain = (sum(f.stat().st_size for f in site.rglob("*") if f.is_file()) for site in (ours, bare))
    print(f"Fonts: {fonts:,} bytes. Whole site: {whole:,} bytes, {whole / plain:.2f} times a bare one")
    if fonts > MOST_FONTS:
        yield f"the fonts are {fonts:,} bytes, not {MOST_FONTS:,}"


def _peer(bare: Path, path: str) -> Path:
    """The same page of the bare site. A page that only a handbook makes, such as a quiz of the bank, meets its home."""
    page = bare / path
    return page if page.is_file() else bare / "index.html"


def _heaviest(site: Path) -> Iterator[str]:
    """Every page of the site: what each of them weighs is weighed once."""
    weight = cache(_packed)
    views = {page: sum(map(weight, _first_view(page))) for page in site.rglob("*.html")}
    page = max(views, key=lambda each: views[each])
    fonts = sum(file.stat().st_size for file in (site / "assets" / "fonts").glob(FIRST_FONTS))
    with_fonts = views[page] + fonts
    print(
        f"Heaviest first view of {len(views)} pages: {page.relative_to(site)}, {views[page]:,} bytes, "
        f"{with_fonts:,} with fonts."
    )
    if with_fonts > MOST_WITH_FONTS:
        yield f"the first view of {page.relative_to(site)} is {with_fonts:,} bytes with fonts, not {MOST_WITH_FONTS:,}"
    if views[page] > MOST_FIRST_VIEW:
        yield f"the first view of {page.relative_to(site)} is {views[page]:,} bytes, not {MOST_FIRST_VIEW:,}"


def _first_view(page: Path) -> list[Path]:
    """The page with the style sheets and scripts that it names."""
    addresses = (match[1] or match[2] for match in LOADED.finditer(page.read_text("utf-8")))
    files = {Path(os.path.normpath(page.parent / unquote(name))) for name in addresses}
    return [page, *sorted(file for file in files if file.is_file())]


def _later(site: Path, path: str) -> Iterator[Path]:
    """The scripts that handbook.js loads for the parts of a page."""
    text = (site / path).read_text("utf-8")
    for part, script in PARTS.items():
        if f'class="hb {part}' in text:
            yield site / "assets" / "javascripts" / f"{script}.js"


def _is_ours(file: Path) -> bool:
    return file.suffix in (".css", ".js") and ".min." not in file.name


def _packed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


def _lighthouse(site: Path) -> Iterator[str]:
    program = os.environ.get("LIGHTHOUSE")
    if not program:
        print("Lighthouse: not run (name its program in LIGHTHOUSE)")
        return
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(site)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for name, path in PAGES.items():
            address = urljoin(f"http://127.0.0.1:{server.server_port}/", path)
            runs = [_scores(program, address) for _ in range(RUNS)]
            scores = {key: statistics.median(run[key] for run in runs) for key in MINIMUM}
            print(
                f"Lighthouse on mobile, {name}: " + ", ".join(f"{key} {100 * got:.0f}" for key, got in scores.items())
            )
            for key, least in MINIMUM.items():
                if scores[key] < least:
                    yield f"{path} has {100 * scores[key]:.0f} in {key}, not {100 * least:.0f}"
        server.shutdown()


def _scores(program: str, address: str) -> dict[str, float]:
    flags = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"
    command = [program, address, "--quiet", "--output=json", f"--only-categories={','.join(MINIMUM)}"]
    environment = {**os.environ, "CHROME_PATH": str(ensure())}
    result = subprocess.run(
        [*command, f"--chrome-flags={flags}"], capture_output=True, text=True, check=True, env=environment
    )
    report = json.loads(result.stdout)
    return {key: report["categories"][key]["score"] for key in MINIMUM}


def _handler(site: Path) -> Callable[..., SimpleHTTPRequestHandler]:
    class Packing(SimpleHTTPRequestHandler):
        def __init__(self, *args: object) -> None:
            super().__init__(*args, directory=str(site))  # type: ignore[arg-type]

        def do_GET(self) -> None:
            file = Path(self.translate_path(self.path))
            if not file.is_file():
                self.send_error(404)
                return
            packed = gzip.compress(file.read_bytes(), 6)
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(str(file)))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(packed)))
            self.send_header("Cache-Control", "max-age=31536000")
            self.end_headers()
            self.wfile.write(packed)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Packing


if __name__ == "__main__":
    sys.exit(main())
