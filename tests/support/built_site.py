"""Reads a built site as a whole, and says what no site may have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from support.rendering import relative


class BuiltPage(HTMLParser):
    """The ids, the links and the files of a page, and what its policy would refuse: styles and handlers in elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.inline: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.ids += filter(None, [values.get("id")])
        self.links += filter(None, [values.get("href") if tag == "a" else None])
        if tag in ("script", "img", "link") and values.get("rel") != "canonical":
            self.loads += [address for name in ("src", "href") if (address := values.get(name))]
        self.inline += [f"{tag} {name}" for name in values if name == "style" or name.startswith("on")]
        self.inline += ["style element"] if tag == "style" else []


@lru_cache(maxsize=1)
def pages_of(site: Path) -> dict[str, BuiltPage]:
    """All pages of a site that is not built again, by their addresses in it."""
    return {relative(site, file): BuiltPage(file.read_text("utf-8")) for file in sorted(site.rglob("*.html"))}


def dead_links(site: Path) -> Iterator[str]:
    """Links that lead to no file, or to no place in it."""
    pages = pages_of(site)
    for path, page in pages.items():
        for link in page.links if path != "404.html" else ():
            parts = urlsplit(link)
            if parts.scheme:
                continue
            target = unquote(urljoin(path, parts.path)) or path
            if target == "." or target.endswith("/"):
                target = f"{target.strip('./')}/index.html".lstrip("/")
            anchor = unquote(parts.fragment)
            known = not anchor or target not in pages or anchor.startswith("__") or anchor in pages[target].ids
            if not (site / target).is_file() or not known:
                yield f"{path}: {link}"


def double_ids(site: Path) -> Iterator[str]:
    """Ids that two elements of a page have."""
    for path, page in pages_of(site).items():
        yield from (f"{path}: {name}" for name in set(page.ids) if page.ids.count(name) > 1)


def loads_from_outside(site: Path) -> Iterator[str]:
    """What a page loads from another host."""
    for path, page in pages_of(site).items():
        yield from (f"{path}: {address}" for address in page.loads if urlsplit(address).netloc)


def data_files(site: Path) -> Iterator[str]:
    """Data of the handbook that was published as files."""
    return (relative(site, file) for file in site.rglob("*.yml"))


def raw_boxes(site: Path) -> Iterator[str]:
    """Pages on which a directive is left as code."""
    code = re.compile(r'<code[^>]*>id: |class="language-(quiz|checklist|procedure)|handbook-directive')
    return (path for path, page in pages_of(site).items() if code.search(page.html))


def faults_of_policy(site: Path) -> Iterator[str]:
    """Pages without a policy, with a weak one, with something loaded before it, or with what it would refuse."""
    for path, page in pages_of(site).items():
        match = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page.html)
        if not match or "unsafe" in match[1] or page.inline:
            yield path
        elif re.search(r"<(?:script|link|style)\b", page.html[: match.start()]):
            yield f"{path}: loads something before its policy"


FAULTS = (dead_links, double_ids, loads_from_outside, data_files, raw_boxes, faults_of_policy)
