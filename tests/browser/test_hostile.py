"""A hostile author's whole repertoire: nothing of it runs, leads away or swallows the page, served or as files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, BrowserContext

from handbook.checks import check_handbook
from handbook.source.markup import plain_text
from handbook.source.problems import Problem
from support.folders import HEAD, copy_project
from support.hostile import ELSEWHERE, NAME, OPEN, PAGES, TEXTS, VALUE
from support.serving import serve

WATCH = """
window.refused = [];
document.addEventListener("securitypolicyviolation", event => window.refused.push(event.violatedDirective));
"""

LOOK = """() => ({
  pwned: window.pwned ?? null,
  refused: window.refused,
  elsewhere: [...document.links].map(link => link.protocol)
    .filter(kind => !["http:", "https:", "mailto:", "tel:", "file:"].includes(kind)),
  handlers: [...document.querySelectorAll("*")].flatMap(part => part.getAttributeNames())
    .filter(name => name.startsWith("on") || name === "srcdoc"),
  pictures: [...document.images].filter(picture => picture.src && new URL(picture.src).host !== location.host).length,
  foot: document.querySelectorAll("footer").length,
  title: document.title,
})"""

QUIET: dict[str, object] = {"pwned": None, "refused": [], "elsewhere": [], "handlers": [], "pictures": 0, "foot": 1}


def _page_of(text: str, at: int) -> str:
    """A page in which a text stands wherever one can."""
    said = json.dumps(text)
    head = f"title: {said}\nsummary: {said}\nkeywords:\n  - {said}\ntags:\n  - {said}\n"
    box = f"``` checklist\nid: odd-{at}-box\ntitle: {said}\nitems:\n  - text: {said}\n    note: {said}\n```\n"
    words = f"``` phrases\nid: odd-{at}-said\ntitle: {said}\nsay:\n  - text: {said}\n    why: {said}\n```\n"
    seen = f"``` figure\nid: odd-{at}-seen\ntitle: {said}\nsrc: ../assets/desk.svg\nalt: {said}\ncaption: {said}\n```\n"
    return f"---\n{head}---\n\n{box}\n{words}\n{seen}"


def _change(file: Path, **names: str) -> None:
    """Put a text, as YAML, in place of what a file names."""
    text = file.read_text("utf-8")
    for key, value in names.items():
        written = f"{key}: {json.dumps(value)}".replace("\\", "\\\\")
        text = re.sub(rf"(?m)^([- ]*){key}: .*", rf"\1{written}", text)
    file.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with hostile texts in its pages, data and names, and a page for each way to write what runs."""
    root = copy_project(tmp_path_factory.mktemp("hostile"))
    for at, text in enumerate(TEXTS):
        (root / f"docs/desk/t-{at}.md").write_text(_page_of(text, at), "utf-8")
    for name, body in PAGES.items():
        (root / f"docs/desk/x-{name.replace('_', '-')}.md").write_text(HEAD + body, "utf-8")
    said = json.dumps(TEXTS[0])
    news = f"- date: 2026-01-02\n  who: {said}\n  what: {said}\n  action: {said}\n  link: desk/t-0.md\n"
    (root / "docs/_data/news.yml").write_text(news, "utf-8")
    _change(root / "docs/_data/sections.yml", title=TEXTS[2], owner=TEXTS[3])
    _change(root / "docs/_data/organization.yml", name=VALUE)
    _change(root / "docs/_data/glossary.yml", means=TEXTS[0])
    _change(root / "quizbank/quizzes.yml", title=TEXTS[1])
    _change(root / "mkdocs.yml", site_name=NAME, copyright=NAME, site_description=NAME)
    (root / "docs/desk/run.html").write_text("<script>a()</script>", "utf-8")
    (root / "docs/assets/run.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" onload="a()"/>', "utf-8")
    (root / "docs/assets/leak.png").symlink_to("/etc/hostname")
    (root / "docs/leak").symlink_to(root / "hooks")
    return root


@pytest.fixture(scope="module")
def problems(project: Path) -> dict[str, list[Problem]]:
    """What the check finds there, by file."""
    found: dict[str, list[Problem]] = {}
    for problem in check_handbook(project)[1].blocking:
        found.setdefault(problem.path, []).append(problem)
    return found


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    """The site, built although the check refuses it, as a preview is. Most of the ways share a page: it is faster."""
    together = [body for name, body in PAGES.items() if name not in OPEN]
    for name in PAGES.keys() - OPEN:
        (project / f"docs/desk/x-{name.replace('_', '-')}.md").unlink()
    (project / "docs/desk/x-together.md").write_text(HEAD + "\n\nText\n\n".join(together), "utf-8")
    build(load_config(str(project / "mkdocs.yml"), site_dir=str(project / "site"), strict=False))
    return project / "site"


@pytest.fixture(scope="module", params=["http", "file"])
def address(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """Where the site is: served, and as files."""
    yield from serve(site) if request.param == "http" else iter([site.as_uri()])


@pytest.fixture(scope="module")
def watched(browser: Browser) -> Iterator[BrowserContext]:
    """A context that tells what a policy refuses, and of any host that is asked."""
    context = browser.new_context()
    context.add_init_script(WATCH)
    yield context
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_the_check_refuses_every_way_and_says_what_to_do(name: str, problems: dict[str, list[Problem]]) -> None:
    found = problems.pop(f"docs/desk/x-{name.replace('_', '-')}.md")
    assert all(problem.line >= 5 and problem.hint for problem in found)


def test_the_check_passes_what_is_only_text(problems: dict[str, list[Problem]]) -> None:
    files = {"docs/desk/run.html", "docs/assets/run.svg", "docs/assets/leak.png", "docs/leak"}
    assert {file for file in problems if "/x-" not in file} == files


def test_what_may_run_or_leak_is_never_published(site: Path) -> None:
    """Not even by a build that goes on."""
    assert (site / "assets/desk.svg").is_file()
    assert not [file for file in site.rglob("*") if file.stem in ("run", "leak") or "leak" in file.parts]


def test_nothing_runs_leads_away_or_swallows_the_page(address: str, site: Path, watched: BrowserContext) -> None:
    """Nothing is even refused by the policy: what would be is not in the page."""
    asked: list[str] = []
    watched.on("request", lambda request: asked.append(request.url) if ELSEWHERE in request.url else None)
    page = watched.new_page()
    for file in [
        *sorted(site.glob("desk/[tx]-*.html")),
        site / "index.html",
        site / "desk/test.html",
        site / "404.html",
    ]:
        url = f"{address}/{file.relative_to(site).as_posix()}"
        page.goto(url)
        found = page.evaluate(LOOK)
        assert page.url == url
        assert {key: found[key] for key in QUIET} == QUIET, file
    page.close()
    assert not asked


@pytest.mark.parametrize("at", range(len(TEXTS)))
def test_a_text_is_shown_whole_wherever_it_stands(at: int, site: Path, watched: BrowserContext) -> None:
    words = plain_text(TEXTS[at]).replace("{{ org.name }}", VALUE)
    page = watched.new_page()
    page.goto((site / f"desk/t-{at}.html").as_uri())
    shown = page.evaluate(
        """() => ({
          title: document.title,
          summary: document.querySelector("meta[name=description]").content,
          heading: document.querySelector("h1").textContent,
          menu: document.querySelector(".md-nav__link--active .md-ellipsis").textContent.trim(),
          alt: document.querySelector(".hb-figure [role=img]").getAttribute("aria-label"),
        })"""
    )
    page.close()
    spaced = " ".join(words.split())
    assert {name: " ".join(text.split()) for name, text in shown.items()} == {
        "title": " ".join(f"{words} - {NAME}".split()),
        "summary": spaced,
        "heading": spaced,
        "menu": spaced,
        "alt": spaced,
    }


def test_feed_search_index_and_redirects_hold_texts_as_text(site: Path) -> None:
    feed = (site / "whats-new.xml").read_text("utf-8")
    assert "<script" not in feed
    assert "&lt;script&gt;" in feed
    index = (site / "search/index.js").read_text("utf-8")
    assert "<script>" in index  # as text: the command bar shows it so
