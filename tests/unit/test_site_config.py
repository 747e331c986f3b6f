"""Name and address of the site: read in one place, by one rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from handbook.checks import check_handbook, check_site
from handbook.cli import main
from handbook.source.problems import Level, Problems, as_text
from handbook.source.site_config import VARIABLE, SiteConfig, read_site_config
from support.folders import write_handbook


@pytest.fixture(autouse=True)
def no_address_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have set one."""
    monkeypatch.delenv(VARIABLE, raising=False)


def _read(root: Path, text: str) -> tuple[SiteConfig, str]:
    (root / "mkdocs.yml").write_text(text, "utf-8")
    problems = Problems()
    return read_site_config(root, problems), as_text(problems)


@pytest.mark.parametrize(
    "typed",
    [
        "https://h.example/x",
        "https://h.example/x/",
        "https://h.example/x//",
        "'https://h.example/x'  # where it is published",
        '"https://h.example/x/#a"',
        "https://h.example/x#a",
        "https://h.example/x?a=b",
        "!ENV [NOT_SET_ANYWHERE, 'https://h.example/x']",
    ],
)
def test_an_address_ends_in_one_slash_and_has_no_query_and_no_anchor(typed: str, tmp_path: Path) -> None:
    text = f'site_url: {typed}\nsite_name: "A: handbook"\nother: !!python/name:a.b\n'
    assert _read(tmp_path, text) == (SiteConfig("A: handbook", "https://h.example/x/"), "")


def test_the_variable_wins_and_is_read_by_the_same_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "https://preview.example/12#top")
    assert _read(tmp_path, "site_url: https://h.example/\n")[0].address == "https://preview.example/12/"


@pytest.mark.parametrize("text", ["", "# all is gone\n", "- a list\n"])
def test_settings_that_are_gone_are_a_problem(text: str, tmp_path: Path) -> None:
    config, problem = _read(tmp_path, text)
    assert config == SiteConfig("Handbook", "")
    assert problem.startswith("mkdocs.yml:1: the settings of the site are gone")


@pytest.mark.parametrize("text", ["site_name:\nsite_url:\n", "site_name: ''\nsite_url: ''\n"])
def test_without_values_there_is_no_address(text: str, tmp_path: Path) -> None:
    assert _read(tmp_path, text) == (SiteConfig("Handbook", ""), "")


@pytest.mark.parametrize("address", ["", "  # ask IT"])
def test_a_site_without_an_address_is_noticed_among_settings_of_like_names(address: str, tmp_path: Path) -> None:
    settings = f"site_name: Test\nsite_url:{address}\nsite_dir: site\nplugins: []\n"
    root = write_handbook(tmp_path, {"mkdocs.yml": settings, "hooks/a.py": ""})
    notices = [str(finding) for finding in check_site(check_handbook(root)[0]) if finding.level is Level.NOTICE]
    assert any(notice.startswith("mkdocs.yml:2: notice: the site has no address") for notice in notices)


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("theme:\n  name: materail\n", 'mkdocs.yml:3: the handbook can\'t be built with the theme "materail"'),
        ("theme:\n  language: en\n", "mkdocs.yml:2: the site has no theme"),
        ("theme:\n  name: material\n", 'mkdocs.yml:2: "hooks/theme" is missing, and pages need it'),
        ("plugins:\n  - serch\n", 'mkdocs.yml:3: there is no plugin "serch"'),
        (None, "mkdocs.yml: the settings of the site are gone"),
    ],
)
def test_settings_that_no_site_can_be_built_with_are_problems(settings: str | None, told: str, tmp_path: Path) -> None:
    files = {"docs/index.md": "---\ntitle: Page\nsummary: About it.\n---\n", "hooks/theme/main.html": ""}
    root = write_handbook(tmp_path, files | ({"mkdocs.yml": f"site_name: Test\n{settings}"} if settings else {}))
    if settings is None:
        (root / "mkdocs.yml").unlink(missing_ok=True)
    found = [str(finding) for finding in check_site(check_handbook(root)[0])]
    assert any(each.startswith(told) for each in found)


_THEME = "theme:\n  name: material\n  custom_dir: hooks/theme\n"


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("", "mkdocs.yml:1: the lists in docs/_data would be published as they are"),
        ("exclude_docs:", "mkdocs.yml:2: the lists in docs/_data would be published as they are"),
        ("exclude_docs: drafts/", "mkdocs.yml:2: the lists in docs/_data would be published as they are"),
        ("exclude_docs: |\n  _data/\n  a/", 'mkdocs.yml:2: "a/" keeps a/one.md from being published'),
        ("draft_docs: a/*.md", 'mkdocs.yml:2: "a/*.md" keeps a/one.md from being published'),
        ("docs_dir: docs", "mkdocs.yml:1: addresses of pages would not end in .html"),
        ("site_dir: docs/site", 'mkdocs.yml:2: the site would be written to "docs/site"'),
        (_THEME + "  language: es", 'mkdocs.yml:5: with the language "es", a screen reader'),
        (_THEME, "mkdocs.yml:2: notice: the theme picks the language"),
        (
            "site_url: http://localhost:8000/",
            'mkdocs.yml:2: notice: "http://localhost:8000/" is a page on one computer',
        ),
        ("site_url: https://intranet/guide/", 'mkdocs.yml:2: notice: "https://intranet/guide/" opens only in your own'),
        ("site_url: https://h.example/index.html", "mkdocs.yml:2: notice: the address of the site ends in a page"),
        (_THEME, "mkdocs.yml:2: pages would load fonts from another site"),
        (_THEME + "  font: {text: Lato}", "mkdocs.yml:5: pages would load fonts from another site"),
        (_THEME + "  features:\n    - navigation.tab", 'mkdocs.yml:6: notice: "navigation.tab" has no effect'),
        (_THEME + "  features: [toc.follow]", "mkdocs.yml:5: notice: without tabs in the header"),
        (_THEME + "  palette:\n    - scheme: dark", 'mkdocs.yml:6: the handbook has no colors for "scheme: dark"'),
        (
            _THEME + "  palette:\n    - scheme: slate\n      primary: red",
            "mkdocs.yml:7: the handbook has no colors for",
        ),
        (_THEME + "  icon:\n    logo: material/nothing", 'mkdocs.yml:6: the theme has no icon "material/nothing"'),
        ("markdown_extensions: [footnotes]", 'mkdocs.yml:2: notice: the check reads pages without "footnotes"'),
        ("markdown_extensions: [no_such_thing]", 'mkdocs.yml:2: "no_such_thing" isn\'t an extension'),
        ("extra_css: [https://fonts.example/a.css]", 'mkdocs.yml:2: "https://fonts.example/a.css" is on another site'),
        ("extra_css: []", 'mkdocs.yml:2: "assets/stylesheets/handbook.css" is missing'),
        ("site_dir: site", 'mkdocs.yml:1: "assets/javascripts/handbook.js" is missing'),
        ("extra:\n  analytics: {provider: google}", "mkdocs.yml:3: pages load nothing from other sites"),
    ],
)
def test_settings_that_change_what_readers_get_are_told(settings: str, told: str, tmp_path: Path) -> None:
    page = "---\ntitle: Page\nsummary: About it.\n---\n"
    files = {"docs/index.md": page, "docs/a/one.md": page, "hooks/theme/main.html": ""}
    root = write_handbook(tmp_path, {**files, "mkdocs.yml": f"site_name: Test\n{settings}\n"})
    told_of = [str(finding) for finding in check_site(check_handbook(root)[0])]
    assert any(each.startswith(told) for each in told_of), told_of


def test_an_address_that_is_none_is_a_problem_where_it_was_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config, problems = _read(tmp_path, "site_name: Test\nsite_url: h.example/x\n")
    assert config.address == ""
    assert problems == (
        'mkdocs.yml:2: site_url: "h.example/x" is not a web address [site-address]\n'
        '    Write it with https:// at the beginning: "https://h.example/x".'
    )
    monkeypatch.setenv(VARIABLE, "h.example/y")
    assert _read(tmp_path, "site_url: https://h.example/\n")[1] == (
        'mkdocs.yml: HANDBOOK_SITE_URL: "h.example/y" is not a web address [site-address]\n'
        '    Write it with https:// at the beginning: "https://h.example/y".'
    )


def test_a_configuration_that_is_no_yaml_is_a_problem(tmp_path: Path) -> None:
    root = write_handbook(tmp_path, {"mkdocs.yml": "site_name: Test\nsite_url: [\n"})
    (problem,) = check_handbook(root)[1].blocking
    assert str(problem) == "mkdocs.yml:3: can't be read [yaml-unreadable]\n    Undo the last change in it, or ask IT."


def test_news_and_exports_have_the_one_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "https://h.example/x?y")
    files = {
        "docs/page.md": "---\ntitle: Page\nsummary: About it.\n---\n",
        "docs/_data/news.yml": "- date: 2026-01-02\n  who: All\n  what: New.\n  link: page.md\n",
        "quizbank/items/a.yml": "- id: q-one\n  type: truefalse\n  level: recall\n  stem: It is so here.\n"
        "  answer: true\n  why:\n    true: Yes.\n    false: No.\n  refs: [page.md]\n",
    }
    root = write_handbook(tmp_path, files)
    run = CliRunner()
    result = run.invoke(main, ["--root", str(root), "news", "--email"])
    assert "Read more: https://h.example/x/page.html\n" in result.stdout
    out = root / "all.csv"
    run.invoke(main, ["--root", str(root), "export", "--all", "--to", "csv", "--out", str(out)])
    assert "https://h.example/x/page.html" in out.read_text("utf-8-sig")
