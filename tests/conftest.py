"""What the tests share: a handbook from a few files, the small site built once, a browser."""

from __future__ import annotations

import importlib
import logging
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page, Request, sync_playwright

from handbook.checks import check_handbook
from support.chromium import FLAGS, NOWHERE_ELSE, QUIET, ensure
from support.commands import build_site
from support.folders import Checked, copy_project, write_handbook
from support.quiz_site import make_quiz_site
from support.serving import serve

importlib.import_module("handbook.source.spreadsheet")  # before a test reads openpyxl by itself

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A test fails when something is logged as a warning or worse that it does not clear."""
    yield
    unexpected = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not unexpected


@pytest.fixture
def checked(tmp_path: Path) -> Callable[[Mapping[str, str]], Checked]:
    """Makes a handbook of some files and checks it."""
    return lambda files: check_handbook(write_handbook(tmp_path, files))


@pytest.fixture(scope="session")
def small_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site as a project folder, built."""
    root = copy_project(tmp_path_factory.mktemp("small"))
    build_site(root)
    return root


@pytest.fixture(scope="session")
def small_site(small_project: Path) -> Path:
    """The folder of the small site as built."""
    return small_project / "site"


@pytest.fixture(scope="session")
def quiz_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site that the tests of quizzes share, as built."""
    return make_quiz_site(tmp_path_factory.mktemp("quiz")) / "site"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium. It is an error, not a skip, when there is none."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(ensure()), args=[*FLAGS, *QUIET, NOWHERE_ELSE])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page with a store of its own. A request to another host, a script error or a console error fails the test.

    Nothing is kept offline: what a worker loads would be of no use to a test that is about something else.
    """
    context = browser.new_context(service_workers="block")
    wrong: list[str] = []

    def only_here(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:")):
            wrong.append(request.url)

    context.on("request", only_here)
    page = context.new_page()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert not wrong


@pytest.fixture(scope="session")
def served(small_site: Path) -> Iterator[str]:
    """The address at which the small site is served."""
    yield from serve(small_site)


@pytest.fixture(scope="session")
def served_quiz(quiz_site: Path) -> Iterator[str]:
    """The address at which the site of the quizzes is served."""
    yield from serve(quiz_site)
