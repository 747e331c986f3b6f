"""Takes out of a style sheet what no page of a site can need. The theme's is written for everything that it can do."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, LiteralToken, Node, QualifiedRule

from ..source.cache import Cache, CacheEntry
from .theme_markup import ThemeError

_SHEET = "sheet"
_GROUPS = ("media", "supports")
_ALTERNATIVES = ("is", "where")
_COLORS = "data-md-color-"


def lighten_sheets(site: Path, cache: Cache) -> None:
    """Of a built site's minified sheets, those of the theme, make one that holds what its pages and scripts can need.

    Its name tells its content, as browsers keep it for long. Raises ThemeError where the theme has none.
    """
    folder = site / "assets" / "stylesheets"
    sheets = sorted(folder.glob("*.min.css"))
    if not sheets:
        raise ThemeError("assets/stylesheets has no *.min.css: the theme keeps its style sheets elsewhere")
    pages = {page: page.read_text("utf-8") for page in site.rglob("*.html") if page.is_file()}
    scripts = [file.read_text("utf-8") for file in sorted(site.rglob("assets/**/*.js"))]
    others = [file.read_text("utf-8") for file in folder.glob("*.css") if file not in sheets]
    whole = "".join(file.read_text("utf-8") for file in sheets)
    names = names_in(pages.values(), scripts)

    def lightened() -> CacheEntry:
        needed = without_unused_properties(without_unused_rules(whole, names), [*others, *scripts])
        return CacheEntry({_SHEET: needed.encode()})

    inputs = ("sheet", whole, *sorted(names), *others, *scripts)
    text = cache.entry(inputs, lightened).files[_SHEET].decode()
    for file in sheets:
        file.unlink()
    name = f"theme.{sha256(text.encode()).hexdigest()[:8]}.min.css"
    (folder / name).write_text(text, "utf-8")
    links = re.compile(r'(<link rel="stylesheet" href="[^"]*?)[\w.]+\.min\.css">(?:\s*<link [^>]*\.min\.css">)*')
    for page, content in pages.items():
        linked, times = links.subn(rf'\g<1>{name}">', content)
        if linked.count(".min.css") != times:
            raise ThemeError(f"{page.name} links the theme's style sheets in another way")
        page.write_text(linked, "utf-8")


def names_in(pages: Iterable[str], scripts: Iterable[str]) -> frozenset[str]:
    """What may be a class, or the value of an attribute for colors, in these pages (HTML) and scripts."""
    attributes = re.compile(rf'(?:class|{_COLORS}[a-z]+)="([^"]*)"')
    names = {name for page in pages for value in set(attributes.findall(page)) for name in value.split()}
    return frozenset(names | {word for script in scripts for word in re.findall(r"[\w-]+", script)})


def without_unused_rules(sheet: str, names: Collection[str]) -> str:
    """The sheet without rules for classes, and values of attributes for colors, that are not among the names."""
    return str(tinycss2.serialize(list(_rules_in_use(_rules(sheet), names))))


def without_unused_properties(sheet: str, others: Iterable[str]) -> str:
    """The sheet without the custom properties that neither it nor the others (sheets, scripts) make use of."""
    names_in_use = {name for text in (sheet, *others) for name in re.findall(r"""[("'`]\s*(--[\w-]+)""", text)}
    return str(tinycss2.serialize(list(_with_used(_rules(sheet), names_in_use))))


def _rules(sheet: str | list[Node]) -> list[Node]:
    return list(tinycss2.parse_rule_list(sheet, skip_comments=True, skip_whitespace=True))


def _rules_in_use(rules: Iterable[Node], names: Collection[str]) -> Iterator[Node]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            rule.prelude = _joined([each for each in _split(rule.prelude, ",") if _may_match(each, names)], ",")
            if rule.prelude:
                yield rule
        elif _is_group(rule):
            rule.content = list(_rules_in_use(_rules(rule.content), names))
            if rule.content:
                yield rule
        else:
            yield rule


def _may_match(selector: Sequence[Node], names: Collection[str]) -> bool:
    """Whether all that a selector asks for is among the names; of alternatives, one is enough."""
    for before, node in zip([None, *selector], selector, strict=False):
        if node.type == "function" and node.lower_name in _ALTERNATIVES:
            if not any(_may_match(each, names) for each in _split(node.arguments, ",")):
                return False
        elif (name := _name_in(before, node)) and name not in names:
            return False
    return True


def _name_in(before: Node | None, node: Node) -> str:
    """The class, or the value of an attribute for colors, that a node of a selector asks for."""
    if node.type == "ident" and before is not None and before == ".":
        return str(node.value)
    if node.type == "[] block" and len(node.content) > 1 and node.content[0].value.startswith(_COLORS):
        return str(node.content[-1].value)
    return ""


def _with_used(rules: Iterable[Node], names: Collection[str]) -> Iterator[Node]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            parts = [each for each in _split(rule.content, ";") if each]
            rule.content = _joined([each for each in parts if _property(each) in names or not _property(each)], ";")
        elif _is_group(rule):
            rule.content = list(_with_used(_rules(rule.content), names))
        yield rule


def _property(declaration: Sequence[Node]) -> str:
    """The name of the custom property that is declared; empty where it is none."""
    name = getattr(declaration[0], "value", "")
    return str(name) if str(name).startswith("--") else ""


def _is_group(rule: Node) -> bool:
    return isinstance(rule, AtRule) and rule.lower_at_keyword in _GROUPS and rule.content is not None


def _split(nodes: Iterable[Node], mark: str) -> list[list[Node]]:
    parts: list[list[Node]] = [[]]
    for node in nodes:
        if node == mark:
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def _joined(parts: Iterable[list[Node]], mark: str) -> list[Node]:
    nodes: list[Node] = []
    for part in parts:
        nodes += [LiteralToken(0, 0, mark), *part] if nodes else part
    return nodes
