"""Checks of the settings in mkdocs.yml that decide what is published, and how pages look and load."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatch
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path

from ..book.read import DATA, DOCS, Handbook
from ..source.codes import Code
from ..source.document import Document, Where
from ..source.parser import EXTENSIONS
from ..source.problems import Level, Problem, nearest
from ..source.site_config import CONFIG

Data = Mapping[str, object]

FEATURES = ("navigation.tabs", "navigation.prune", "toc.follow")
_LISTS = "_data/"
_SCHEMES = ("default", "slate")
NEEDED = {
    "extra_css": "assets/stylesheets/handbook.css",
    "extra_javascript": "assets/javascripts/handbook.js",
}
"""What every page loads."""
_ICONS = "material/templates/.icons"


def wrong_setting(document: Document, where: Where, message: str, hint: str, level: Level = Level.PROBLEM) -> Problem:
    """What is wrong with a setting, at its line."""
    return Problem(CONFIG, document.line(where), Code.SITE_SETTING, message, hint, level)


def names_in(entries: object) -> list[str]:
    """The names in a list of settings, where an entry is a name, or a name with options."""
    return (
        [str(next(iter(each), "")) if isinstance(each, dict) else str(each) for each in entries]
        if isinstance(entries, list)
        else []
    )


def wrong_publishing(document: Document, data: Data, handbook: Handbook) -> Iterator[Problem]:
    """Every page is published, and the lists that pages are made of are not; addresses end in .html."""
    if "use_directory_urls" not in data:
        message = "addresses of pages would not end in .html, so links and printed codes would break"
        yield wrong_setting(document, (), message, 'Add the line "use_directory_urls: false".')
    folder = str(data.get("site_dir") or "site").strip("./")
    if not folder or folder.split("/")[0] in (DOCS, "hooks", "quizbank"):
        message = f'the site would be written to "{data["site_dir"]}", where the handbook\'s own files are'
        yield wrong_setting(document, ("site_dir",), message, 'Write "site_dir: site".')
    patterns = _patterns(data.get("exclude_docs"))
    if (handbook.root / DATA).is_dir() and not {_LISTS, f"/{_LISTS}", "_data", "/_data"} & {*patterns}:
        message = f"the lists in {DATA} would be published as they are, with everything in them"
        hint = f'Write "exclude_docs: {_LISTS}".'
        if patterns:
            hint = f'Write each on a line of its own, the first one "{_LISTS}": below "exclude_docs: |".'
        yield wrong_setting(document, ("exclude_docs",), message, hint)
    for key in ("exclude_docs", "draft_docs"):
        for pattern in _patterns(data.get(key)):
            pages = [page.path for page in handbook.guide.written if _fits(page.path, pattern)]
            if pages:
                more = f" and {len(pages) - 1} more" if pages[1:] else ""
                message = f'"{pattern}" keeps {pages[0]}{more} from being published'
                yield wrong_setting(document, (key,), message, f'Remove "{pattern}" from "{key}".')


def wrong_look(document: Document, options: Data) -> Iterator[Problem]:
    """The theme has the language, the font, the colors and the icons that the handbook's templates are made for."""
    language = options.get("language")
    if language not in (None, "en"):
        message = f'with the language "{language}", a screen reader would pronounce the English pages wrongly'
        yield wrong_setting(document, ("theme", "language"), message, 'Write "language: en".')
    if language is None:
        message, hint = "the theme picks the language of the pages", 'Below "theme:", add the line "  language: en".'
        yield wrong_setting(document, ("theme",), message, hint, Level.NOTICE)
    if options.get("font") != "false":
        where = ("theme", "font") if "font" in options else ("theme",)
        hint = 'Write "font: false".' if "font" in options else 'Below "theme:", add the line "  font: false".'
        yield wrong_setting(document, where, "pages would load fonts from another site, which they may not", hint)
    features = names_in(options.get("features"))
    for at, name in enumerate(features):
        if name not in FEATURES:
            near = nearest(name, [each for each in FEATURES if each not in features])
            message = f'"{name}" has no effect, or one that the handbook isn\'t made for'
            hint = f'Did you mean "{near}"?' if near else "Remove it."
            yield wrong_setting(document, ("theme", "features", at), message, hint, Level.NOTICE)
    if FEATURES[0] not in features and not nearest(FEATURES[0], features):
        message = "without tabs in the header, the menu shows all sections in one list"
        hint = f'Below "features:", add the line "    - {FEATURES[0]}".'
        yield wrong_setting(document, ("theme", "features"), message, hint, Level.NOTICE)
    yield from _palette(document, options.get("palette"))
    yield from _icons(document, options)


def wrong_extensions(document: Document, data: Data, own: str) -> Iterator[Problem]:
    """Pages are read with the extensions that the check reads them with, and with no others."""
    for at, name in enumerate(names := names_in(data.get("markdown_extensions"))):
        if name in (*EXTENSIONS, own) or nearest(name, {*EXTENSIONS, own}.difference(names)):
            continue  # one that is meant for another is reported as that
        there = _is_there(name)
        message = f'"{name}" isn\'t an extension' if not there else f'the check reads pages without "{name}"'
        level = Level.NOTICE if there else Level.PROBLEM
        yield wrong_setting(document, ("markdown_extensions", at), message, "Remove it.", level)


def wrong_loads(document: Document, data: Data) -> Iterator[Problem]:
    """Pages have their own style sheet and script, and load nothing from other sites."""
    for key, needed in NEEDED.items():
        names = names_in(data.get(key))
        for at, name in enumerate(names):
            if re.match(r"(?:https?:)?//", name):
                message = f'"{name}" is on another site, and pages load nothing from there'
                yield wrong_setting(document, (key, at), message, "Remove it.")
        if needed not in names and not nearest(needed, names):
            hint = f'Below "{key}:", add the line "  - {needed}".'
            hint = hint if key in data else f'Add two lines: "{key}:", and below it "  - {needed}".'
            yield wrong_setting(document, (key,), f'"{needed}" is missing, and pages need it', hint)
    extra = data.get("extra")
    if isinstance(extra, dict) and "analytics" in extra:
        message = "pages load nothing from other sites, so nobody is counted there"
        yield wrong_setting(document, ("extra", "analytics"), message, "Remove it.")


def _patterns(value: object) -> list[str]:
    lines = (line.strip() for line in str(value or "").split("\n"))
    return [line for line in lines if line and not line.startswith(("#", "!"))]


def _fits(path: str, pattern: str) -> bool:
    """Whether a pattern, as git knows them, fits the path of a page."""
    bare = pattern.strip("/")
    return path == bare or path.startswith(f"{bare}/") or fnmatch(path, bare)


def _palette(document: Document, palette: object) -> Iterator[Problem]:
    schemes = [scheme for scheme in palette if isinstance(scheme, dict)] if isinstance(palette, list) else []
    for at, scheme in enumerate(schemes):
        others = [other.get("scheme") for other in schemes if other is not scheme]
        unused = [name for name in _SCHEMES if name not in others] or [*_SCHEMES]
        for key, right in (("scheme", unused), ("primary", ["custom"]), ("accent", ["custom"])):
            value = scheme.get(key)
            if value not in (_SCHEMES if key == "scheme" else right):
                message = f'the handbook has no colors for "{key}: {value}"' if value else f'"{key}" is missing here'
                where: Where = ("theme", "palette", at, key) if value else ("theme", "palette", at)
                yield wrong_setting(document, where, message, f'Write "{key}: {right[0]}".')


def _icons(document: Document, options: Data) -> Iterator[Problem]:
    """The icons of the theme that settings name."""
    for where, name in _icon_names(options.get("icon"), ("theme", "icon")):
        yield from _icon(document, where, name)
    palette = options.get("palette")
    for at, scheme in enumerate(palette if isinstance(palette, list) else ()):
        toggle = scheme.get("toggle") if isinstance(scheme, dict) else None
        if isinstance(toggle, dict):
            yield from _icon(document, ("theme", "palette", at, "toggle"), str(toggle.get("icon") or ""))


def _icon_names(node: object, where: Where) -> Iterator[tuple[Where, str]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _icon_names(value, (*where, key))
    elif node:
        yield where, str(node)


def _icon(document: Document, where: Where, name: str) -> Iterator[Problem]:
    """An icon that isn't among those of the theme, as far as that is installed here."""
    try:
        folder = Path(str(distribution("mkdocs-material").locate_file(_ICONS)))
    except PackageNotFoundError:
        return
    if folder.is_dir() and not folder.joinpath(f"{name}.svg").is_file():
        names = (f"material/{file.stem}" for file in folder.joinpath("material").glob("*.svg"))
        near = nearest(name, names)
        hint = f'Did you mean "{near}"?' if near else "Choose another one, or remove the line."
        yield wrong_setting(document, where, f'the theme has no icon "{name}"', hint)


def _is_there(module: str) -> bool:
    """Whether an extension is installed: by the name of its module, or by that of one of Markdown's own."""
    names: Iterable[str] = (module, f"markdown.extensions.{module}")
    for name in names:
        try:
            if find_spec(name):
                return True
        except (ImportError, ValueError):
            continue
    return False
