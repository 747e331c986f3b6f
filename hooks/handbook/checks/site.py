"""Checks of what a whole site needs besides its texts: its settings in mkdocs.yml, its home page, its lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import entry_points

from ..book.bank import QUIZZES
from ..book.read import DATA_FILES, DOCS, GLOSSARY, POCKET_GUIDE, SECTIONS, Handbook
from ..model.blocks import Block, Downloads, Glossary
from ..model.guide import HOME
from ..source.codes import Code
from ..source.document import Document, Where
from ..source.parser import EXTENSIONS
from ..source.problems import Level, Problem, nearest
from ..source.site_config import CONFIG, read_settings
from .settings import NEEDED, names_in, wrong_extensions, wrong_loads, wrong_look, wrong_publishing, wrong_setting
from .targets import doubt_of

_NAMES = (
    "site_name site_url site_description site_author repo_url repo_name edit_uri edit_uri_template copyright docs_dir "
    "site_dir theme extra_css extra_javascript extra_templates extra watch use_directory_urls strict dev_addr plugins "
    "hooks markdown_extensions mdx_configs nav exclude_docs draft_docs not_in_nav validation remote_branch remote_name"
)
_KEYS = frozenset(_NAMES.split())
"""Source: MkDocs 1.6, user guide, Configuration."""

_THEME, _TEMPLATES = "material", "hooks/theme"
_EXTENSION = "handbook.site.markdown_extension"
_OURS = {"docs_dir": DOCS, "use_directory_urls": "false"}
_UNDO = "If you didn't mean to delete it, undo the change."


def check_site(handbook: Handbook) -> Iterator[Problem]:
    """What keeps a site from being built whole, or from working, though every text is right."""
    if not (handbook.root / "hooks").is_dir():
        return  # no site can be built here
    settings = read_settings(handbook.root)
    if not (handbook.root / CONFIG).exists():
        message = "the settings of the site are gone, so nothing can be published"
        yield Problem(CONFIG, 0, Code.FILE_GONE, message, f"Put the file back. {_UNDO}")
    if settings and isinstance(settings.data, dict) and settings.data:
        yield from _settings(settings, settings.data, handbook)
    yield from _lists(handbook)
    if handbook.guide.pages and handbook.guide.page(HOME) is None:
        message = "the handbook has no home page, so nothing can be published"
        yield Problem(f"{DOCS}/{HOME}", 0, Code.HOME_MISSING, message, f"Put it back. {_UNDO}")


def _lists(handbook: Handbook) -> Iterator[Problem]:
    """The lists without which pages are empty or the menu has every page."""
    published = handbook.past.files
    inside = any("/" in path for path in handbook.guide.paths)
    needs = {SECTIONS: inside, POCKET_GUIDE: _shows(handbook, Downloads), GLOSSARY: _shows(handbook, Glossary)}
    for path in (*DATA_FILES[1:], QUIZZES):  # without the profile, of which its placeholders tell
        if (handbook.root / path).exists() or not (path in published or needs.get(path)):
            continue
        message = "this file is gone, and pages show what is in it"
        if path == SECTIONS:
            message = "this file is gone, so the menu can't show the pages by their sections"
        yield Problem(path, 0, Code.FILE_GONE, message, _UNDO)


def _shows(handbook: Handbook, kind: type[Block]) -> bool:
    return any(isinstance(placed.block, kind) for placed in handbook.guide.blocks.values())


def _settings(document: Document, data: Mapping[str, object], handbook: Handbook) -> Iterator[Problem]:
    for key in data:
        if key not in _KEYS and (near := nearest(key, _KEYS - data.keys())):
            yield wrong_setting(document, (key,), f'"{key}" is not a setting', f'Did you mean "{near}"?')
    for key, right in _OURS.items():
        if key in data and data[key] != right:
            hint = f'Write "{key}: {right}".'
            yield wrong_setting(
                document, (key,), f'"{key}" is "{data[key]}", and the handbook can\'t be built with that', hint
            )
    if "nav" in data:
        message, hint = "the menu doesn't follow this list", f'Remove "nav". The menu follows {SECTIONS} and the cards.'
        yield wrong_setting(document, ("nav",), message, hint, Level.NOTICE)
    if not data.get("site_name"):
        yield wrong_setting(document, ("site_name",), "the site has no name", 'Add the line "site_name: …".')
    misspelled = any(nearest(key, ("site_url",)) for key in data.keys() - _KEYS)
    if not handbook.site.address and not data.get("site_url") and not misspelled:
        message = "the site has no address, so the pocket guide has no codes to scan and the feed no links"
        yield wrong_setting(document, ("site_url",), message, 'Write it as "site_url: https://…".', Level.NOTICE)
    yield from _address(document, handbook.site.address)
    if "plugins" not in data or "search" in names_in(data["plugins"]):
        message = "the site gets a second search, which nobody sees: MkDocs adds its own"
        yield wrong_setting(document, ("plugins",), message, 'Write "plugins: []".', Level.NOTICE)
    yield from _plugins(document, data)
    yield from _theme(document, data, handbook)
    yield from _parts(document, data, handbook)
    yield from _files(document, data, handbook)
    yield from wrong_publishing(document, data, handbook)
    yield from wrong_extensions(document, data, _EXTENSION)
    yield from wrong_loads(document, data)


def _address(document: Document, address: str) -> Iterator[Problem]:
    """An address that only some can open, or that is one page of the site. Notices: it may be meant."""
    if page := re.search(r"/(?P<name>[\w-]+\.html?)/$", address):
        message, right = f'the address of the site ends in a page, "{page["name"]}"', address[: page.start() + 1]
        yield wrong_setting(document, ("site_url",), message, f'Write "site_url: {right}".', Level.NOTICE)
    elif doubt := doubt_of(address):
        yield wrong_setting(document, ("site_url",), *doubt[:2], Level.NOTICE)


def _plugins(document: Document, data: Mapping[str, object]) -> Iterator[Problem]:
    """Plugins that nothing here has installed: MkDocs stops at the first."""
    names = names_in(data.get("plugins"))
    installed = {plugin.name for plugin in entry_points(group="mkdocs.plugins")} if names else set[str]()
    for at, name in enumerate(names):
        if installed and not {name, f"material/{name}"} & installed:
            near = nearest(name, ("search",))
            also = f' "{near}" isn\'t needed, because the handbook has a search of its own.' if near else ""
            hint = f'Remove it. Without any other, write "plugins: []".{also}'
            yield wrong_setting(document, ("plugins", at), f'there is no plugin "{name}"', hint)


def _theme(document: Document, data: Mapping[str, object], handbook: Handbook) -> Iterator[Problem]:
    """The theme that the handbook's templates belong to, and the folder that these are in."""
    theme = data.get("theme")
    options = theme if isinstance(theme, dict) else {"name": theme} if theme else {}
    if options.get("name") != _THEME:
        message = f'the handbook can\'t be built with the theme "{options["name"]}"' if options.get("name") else ""
        where = ("theme", "name") if isinstance(theme, dict) and "name" in theme else ("theme",)
        hint = f'Write "name: {_THEME}".' if len(where) > 1 else f'Below "theme:", add the line "  name: {_THEME}".'
        yield wrong_setting(document, where, message or "the site has no theme", hint)
    if "custom_dir" not in options and (handbook.root / _TEMPLATES).is_dir():
        hint = f'Below "theme:", add the line "  custom_dir: {_TEMPLATES}".'
        yield wrong_setting(document, ("theme",), f'"{_TEMPLATES}" is missing, and pages need it', hint)
    if theme:
        yield from wrong_look(document, options)


def _parts(document: Document, data: Mapping[str, object], handbook: Handbook) -> Iterator[Problem]:
    """The hooks and extensions that make pages what they are."""
    hooks = [
        f"hooks/{file.name}"
        for file in sorted((handbook.root / "hooks").glob("*.py"))
        if _is_hook(file.read_text("utf-8"))
    ]
    for key, needed in (("hooks", hooks), ("markdown_extensions", (*_extensions(), _EXTENSION))):
        names = names_in(data.get(key))
        for name in needed:
            if name not in names:
                near = nearest(name, [each for each in names if each not in needed])
                where = (key, names.index(near)) if near else (key,)
                hint = (
                    f'Write "{name}" in place of "{near}".' if near else f'Below "{key}:", add the line "  - {name}".'
                )
                yield wrong_setting(document, where, f'"{name}" is missing, and pages need it', hint)


def _extensions() -> Iterable[str]:
    """The extensions of our own list; MkDocs adds two of them by itself."""
    return (name for name in EXTENSIONS if name not in ("tables", "fenced_code"))


def _is_hook(text: str) -> bool:
    return re.search(r"(?m)^(?:def )?on_\w+", text) is not None


def _files(document: Document, data: Mapping[str, object], handbook: Handbook) -> Iterator[Problem]:
    """The files that settings name: MkDocs publishes a site without them, and says nothing."""
    docs = handbook.root / DOCS
    theme = data.get("theme")
    options = theme if isinstance(theme, dict) else {}
    paths: list[tuple[Where, str]] = [
        (("theme", name), str(options[name])) for name in ("logo", "favicon") if options.get(name)
    ]
    for key in ("extra_css", "extra_javascript"):
        paths += [((key, at), name) for at, name in enumerate(names_in(data.get(key)))]
    for where, path in paths:
        if not path.startswith(("http:", "https:")) and not (docs / path).is_file():
            name = path.rpartition("/")[2].lower()
            near = next((file for file in sorted(handbook.files) if file.rpartition("/")[2].lower() == name), None)
            rest = (
                "Put it back. Pages need it." if path in NEEDED.values() else "Put the file there, or remove the line."
            )
            hint = f'Did you mean "{near}"?' if near else rest
            yield wrong_setting(document, where, f'there is no file "{DOCS}/{path}"', hint)
    folder = options.get("custom_dir")
    if folder and not (handbook.root / str(folder)).is_dir():
        yield wrong_setting(
            document, ("theme", "custom_dir"), f'there is no folder "{folder}"', f'Write "custom_dir: {_TEMPLATES}".'
        )
