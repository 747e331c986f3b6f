"""The handbook without a net: kept by a service worker, whole or not at all, and never older than the edition."""

from __future__ import annotations

import json
import re
import shutil
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from handbook.export.archive import unzipped
from handbook.git.edition import Edition
from handbook.site.bundle import bundle
from support.serving import serve

KEPT = """() => caches.keys()
    .then(names => Promise.all(names.map(name => caches.open(name).then(cache => cache.keys()))))
    .then(lists => lists.flat().map(({url}) => new URL(url).pathname))"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that runs service workers."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def published(small_site: Path, tmp_path: Path) -> Path:
    """A site of the test's own, to publish anew."""
    return Path(shutil.copytree(small_site, tmp_path / "site"))


@pytest.fixture
def address(published: Path) -> Iterator[str]:
    """Where it is served."""
    yield from serve(published)


def _visit(context: BrowserContext, address: str) -> Page:
    """A page that has been looked at, with all that is kept by then."""
    page = context.new_page()
    page.goto(f"{address}/index.html")
    page.wait_for_function("() => navigator.serviceWorker.controller")
    return page


def _publish(site: Path, page: str, words: tuple[str, str], edition: str) -> None:
    """Another edition of a site, in which one page has other words."""
    file, worker = site / page, site / "service-worker.js"
    for path in site.rglob("*.html"):
        text = re.sub(r'(<meta name="handbook-edition" content=")[^"]*', rf"\g<1>{edition}", path.read_text("utf-8"))
        path.write_text(text.replace(*words) if path == file else text, "utf-8")
    facts, _, script = worker.read_text("utf-8").removeprefix("self.handbook = ").partition("\n}\n}")
    listed = json.loads(facts + "}}")
    for path in listed["files"]:
        content = (site / path).read_bytes()
        listed["files"][path] = f"sha256-{b64encode(sha256(content).digest()).decode()}"
    listed |= {"edition": edition, "version": sha256(edition.encode()).hexdigest()[:12]}
    worker.write_text(f"self.handbook = {json.dumps(listed)}{script}", "utf-8")


def test_every_page_and_card_is_there_without_a_net(context: BrowserContext, address: str, small_site: Path) -> None:
    page = _visit(context, address)
    context.set_offline(True)
    for path in ("index.html", "now/lend.html", "desk/test.html", "my-progress.html", "my-sheet.html", ""):
        page.goto(f"{address}/{path}")
        expect(page.locator("h1")).to_be_visible()
    page.goto(f"{address}/now/lend.html")
    page.get_by_role("button", name="Full screen").click()
    expect(page.get_by_role("dialog", name="Someone wants a book")).to_contain_text("Ask for the card.")
    kept = page.evaluate(KEPT)
    pages = [file for file in small_site.rglob("*.html") if file.name != "404.html"]
    assert {f"/{file.relative_to(small_site).as_posix()}" for file in pages} <= set(kept)
    assert not [path for path in kept if path.endswith((".pdf", ".zip", ".apkg")) or "scorm" in path]


def test_what_is_not_kept_says_so(context: BrowserContext, address: str) -> None:
    page = _visit(context, address)
    context.set_offline(True)
    page.goto(f"{address}/pocket-guide/nothing.html")
    expect(page.get_by_role("heading")).to_have_text("You're offline")
    page.get_by_role("link", name="the home page").click()
    expect(page.locator("h1")).to_have_text("Library desk")


def test_a_new_edition_is_said_and_takes_the_place_of_the_old_one(
    context: BrowserContext, address: str, published: Path
) -> None:
    before = _visit(context, address)
    before.goto(f"{address}/desk/lend.html")
    _publish(published, "desk/lend.html", ("Ask for the card.", "Ask for the name."), "another edition")
    after = context.new_page()
    after.goto(f"{address}/desk/lend.html")
    expect(after.get_by_text("Ask for the name.")).to_be_visible()
    note = before.get_by_role("status").filter(has_text="A new edition")
    expect(note).to_be_visible()
    expect(before.get_by_text("Ask for the card.")).to_be_visible()
    note.get_by_role("button", name="Reload").click()
    expect(before.get_by_text("Ask for the name.")).to_be_visible()
    expect(after.get_by_text("A new edition")).to_have_count(0)
    context.set_offline(True)
    before.reload()
    expect(before.get_by_text("Ask for the name.")).to_be_visible()
    assert len(before.evaluate("caches.keys()")) == 1


def test_a_server_that_has_an_older_file_makes_nothing_be_kept(
    context: BrowserContext, address: str, published: Path
) -> None:
    page = published / "desk" / "lend.html"
    page.write_text(page.read_text("utf-8").replace("Ask for the card.", "Ask for what was asked before."), "utf-8")
    tab = context.new_page()
    tab.goto(f"{address}/index.html")
    failed = "navigator.serviceWorker.getRegistration().then(found => !found || !(found.active || found.installing))"
    tab.wait_for_function(f"() => document.querySelector('link[rel=manifest]') && {failed}")
    assert "/desk/lend.html" not in tab.evaluate(KEPT)
    context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        tab.goto(f"{address}/now/lend.html")


def test_it_can_be_installed(context: BrowserContext, address: str) -> None:
    page = _visit(context, address)
    link = page.locator("link[rel=manifest]")
    manifest = page.evaluate("href => fetch(href).then(answer => answer.json())", link.get_attribute("href"))
    assert manifest["start_url"] == "index.html"
    assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}
    for icon in manifest["icons"]:
        size = page.evaluate(
            "src => new Promise(done => { const image = new Image(); image.src = src; "
            "image.onload = () => done([image.naturalWidth, image.naturalHeight]) })",
            f"{address}/{icon['src']}",
        )
        assert "x".join(map(str, size)) == icon["sizes"]
    session = context.new_cdp_session(page)
    assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == []


def test_opened_as_a_file_it_asks_for_no_worker(context: BrowserContext, small_site: Path) -> None:
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto((small_site / "index.html").as_uri())
    page.wait_for_load_state("networkidle")
    expect(page.locator("link[rel=manifest]")).to_have_count(0)
    assert not wrong


def test_the_zip_file_has_no_worker_and_no_page_that_asks_for_one(small_site: Path) -> None:
    files = unzipped(bundle(small_site, "Handbook", Edition()))
    assert not [name for name in files if name.endswith(("service-worker.js", "manifest.json"))]
    assert not [name for name, content in files.items() if name.endswith(".html") and b"handbook-edition" in content]
    assert b"handbook-edition" in (small_site / "index.html").read_bytes()
