"""Takes out of a style sheet what no page of a site can need. The theme's is written for everything that it can do."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from pathlib import Path

_MARK = re.compile(r"""/\*.*?\*/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{};]""", re.DOTALL)
_GROUPS = ("@media", "@supports")
_INNER = r"\((?:[^()]|\([^()]*\))*\)"
_NOT = re.compile(rf":not{_INNER}")
_ANY = re.compile(rf":(?:is|where)({_INNER})")
_NAMED = re.compile(r"\.(-?[A-Za-z_][\w-]*)|\[data-md-color-[a-z]+=\"?([\w-]+)\"?\]")
_BETWEEN = re.compile(rf",(?=(?:[^()]|{_INNER})*$)")
_PROPERTY = re.compile(r"""(?<=[{;])(--[\w-]+):(?:"[^"]*"|'[^']*'|[^;{}"'])*;?""")


def lighten_sheets(site: Path) -> None:
    """Of a built site's minified sheets, those of the theme, make one that holds what its pages and scripts can need.

    Its name tells its content, as browsers keep it for long.
    """
    folder = site / "assets" / "stylesheets"
    sheets = sorted(folder.glob("*.min.css"))
    pages = {page: page.read_text("utf-8") for page in site.rglob("*.html")}
    scripts = [file.read_text("utf-8") for file in site.rglob("assets/**/*.js")]
    others = [file.read_text("utf-8") for file in folder.glob("*.css") if file not in sheets]
    whole = without_unused_rules("".join(file.read_text("utf-8") for file in sheets), names_in(pages.values(), scripts))
    text = without_unused_properties(whole, [*others, *scripts])
    for file in sheets:
        file.unlink()
    name = f"theme.{sha256(text.encode()).hexdigest()[:8]}.min.css"
    (folder / name).write_text(text, "utf-8")
    links = re.compile(r'(<link rel="stylesheet" href="[^"]*?)[\w.]+\.min\.css">(?:\s*<link [^>]*\.min\.css">)*')
    for page, content in pages.items():
        page.write_text(links.sub(rf'\g<1>{name}">', content), "utf-8")


def names_in(pages: Iterable[str], scripts: Iterable[str]) -> frozenset[str]:
    """What may be a class, or the value of an attribute for colors, in these pages (HTML) and scripts."""
    attributes = re.compile(r'(?:class|data-md-color-[a-z]+)="([^"]*)"')
    found = {name for page in pages for value in set(attributes.findall(page)) for name in value.split()}
    return frozenset(found.union(*(re.findall(r"[\w-]+", script) for script in scripts)))


def without_unused_rules(sheet: str, names: Collection[str]) -> str:
    """The sheet without rules for classes that are not among the names. What cannot be read is left as it is."""
    return "".join(_kept(sheet, names))


def without_unused_properties(sheet: str, others: Iterable[str]) -> str:
    """The sheet without the custom properties that neither it nor the others (sheets, scripts) make use of."""
    used = {name for text in (sheet, *others) for name in re.findall(r"""[("'`]\s*(--[\w-]+)""", text)}
    return _PROPERTY.sub(lambda found: found[0] if found[1] in used else "", sheet)


def _kept(sheet: str, names: Collection[str]) -> Iterator[str]:
    for head, body in _rules(sheet):
        if body is None or (head.startswith("@") and not head.startswith(_GROUPS)):
            yield head if body is None else f"{head}{{{body}}}"
        elif head.startswith(_GROUPS):
            inner = without_unused_rules(body, names)
            yield f"{head}{{{inner}}}" if inner else ""
        else:
            selectors = [each for each in _BETWEEN.split(head) if _may_match(each, names)]
            yield f"{','.join(selectors)}{{{body}}}" if selectors else ""


def _rules(sheet: str) -> Iterator[tuple[str, str | None]]:
    """The rules of a sheet: what stands before the braces, and what stands in them. None where there are no braces."""
    depth = start = opened = 0
    for mark in _MARK.finditer(sheet):
        if mark[0] == ";" and not depth:
            yield sheet[start : mark.end()], None
            start = mark.end()
        elif mark[0] == "{":
            depth += 1
            opened = mark.end() if depth == 1 else opened
        elif mark[0] == "}":
            depth -= 1
            if not depth:
                yield sheet[start : opened - 1], sheet[opened : mark.start()]
                start = mark.end()
    yield sheet[start:], None


def _may_match(selector: str, names: Collection[str]) -> bool:
    """Whether all that a selector asks for is among the names; of alternatives, one is enough."""
    positive = _NOT.sub("", selector)
    asked = (found[1] or found[2] for found in _NAMED.finditer(_ANY.sub("", positive)))
    groups = (found[1][1:-1] for found in _ANY.finditer(positive))
    return all(name in names for name in asked) and all(
        any(_may_match(each, names) for each in _BETWEEN.split(group)) for group in groups
    )
