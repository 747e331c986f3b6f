"""The built site: strict, whole, the same bytes, and nothing of it when anything is wrong."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown.extensions.toc import slugify

from handbook.cli import main
from handbook.git.edition import read_edition
from handbook.model.dates import edition_in_words
from handbook.site import build
from support.built_site import FAULTS
from support.command_bar import contents
from support.commands import run_handbook
from support.folders import PROJECT, copy_project, with_small_content
from support.rendering import relative


@pytest.mark.parametrize("faults", FAULTS, ids=lambda faults: faults.__name__)
def test_the_small_site_is_sound(faults: Callable[[Path], Iterable[str]], small_site: Path) -> None:
    assert list(faults(small_site)) == []


def test_the_menu_follows_the_cards_of_a_section(small_site: Path) -> None:
    html = (small_site / "desk" / "index.html").read_text("utf-8")
    nav = html[html.index('data-md-type="navigation"') :]
    assert nav.index("Test yourself") < nav.index("Lend a book")


def test_the_page_of_a_quiz_is_in_the_menu_and_the_search(small_site: Path) -> None:
    page = (small_site / "basics" / "quiz-loans.html").read_text("utf-8")
    assert '<h1 id="loans-quiz">Loans quiz</h1>' in page
    assert 'data-quiz="test-loans"' in page
    assert re.search(r'<a href="\.\./desk/lend\.html"[^>]*>Lend a book</a>', page)
    menu = (small_site / "basics" / "terms.html").read_text("utf-8")
    assert '<a href="quiz-loans.html" class="md-nav__link">' in menu
    index = contents(small_site)
    pages = zip(index["pages"], index["keywords"], strict=True)
    entry, keywords = next(pair for pair in pages if pair[0]["at"] == "basics/quiz-loans.html")
    assert "Lending and taking back. Plan about 5 minutes." in entry["summary"]
    assert {"loan", "quizz"} <= set(keywords.split(";"))


def test_the_head_of_a_page_may_be_typed_without_quotes(small_site: Path) -> None:
    html = (small_site / "basics" / "nesting.html").read_text("utf-8")
    assert "<h1 id=" in html
    assert ">Everything nests: boxes in boxes</h1>" in html
    assert '<p class="hb-lead">Remember: a box can stand in another.</p>' in html
    assert '<meta name="description" content="Remember: a box can stand in another.">' in html


def test_a_placeholder_in_a_head_is_filled_in_title_and_lead(small_site: Path) -> None:
    html = (small_site / "index.html").read_text("utf-8")
    assert 'content="What to do at the desk of Riverton Library."' in html
    assert "What to do at the desk of <span>Riverton Library</span>." in html


def test_the_search_finds_directives_and_keywords_but_no_answers(small_site: Path) -> None:
    text = "".join((small_site / "search" / name).read_text("utf-8") for name in ("index.js", "words.js"))
    for query in ("Lending a book", "Ask for the card", "zebra", "xylophone", "boxes", "locked", "Nine kinds"):
        assert query in text
    for hidden in ("picture books", "Feed the cat", "There is no cat", "He wants a book that is lent"):
        assert hidden not in text


def test_each_answer_of_the_search_leads_to_a_place_of_its_page(small_site: Path) -> None:
    index = contents(small_site)
    pages = [(small_site / page["at"]).read_text("utf-8") for page in index["pages"]]
    for answer in index["answers"]:
        anchors = [answer["at"], *(f"{answer['at']}-{step[0]}" for step in answer.get("steps", ()))]
        assert [anchor for anchor in anchors if f'id="{anchor}"' not in pages[answer["page"]]] == []
    for page, html in zip(index["pages"], pages, strict=True):
        for heading in page.get("headings", ()):
            text, anchor = heading if isinstance(heading, list) else (heading, slugify(heading, "-"))
            assert f'id="{anchor}"' in html, text


def test_every_page_carries_the_edition(small_site: Path) -> None:
    for file in small_site.rglob("*.html"):
        assert "Edition " in file.read_text("utf-8"), file.name


def test_every_page_links_to_the_pages_whose_heads_ask_for_it(small_site: Path) -> None:
    html = (small_site / "desk" / "index.html").read_text("utf-8")
    assert re.search(r'<a href="\.\./now/index\.html" class="hb-quick" data-key="q"', html)
    assert '<ul class="hb-foot"><li><a href="../keys.html">Keys</a></li></ul>' in html


def test_a_question_that_needs_an_empty_profile_value_is_not_asked(small_site: Path) -> None:
    html = (small_site / "desk" / "test.html").read_text("utf-8")
    assert 'data-item="q-single"' in html
    assert 'data-item="q-empty"' not in html


def test_terms_of_the_glossary_are_linked_where_they_first_occur(small_site: Path) -> None:
    html = (small_site / "desk" / "more.html").read_text("utf-8")
    assert 'href="../basics/terms.html#term-late-loan"' in html
    assert 'title="To keep a book for a reader of Riverton Library."' in html


def test_topics_lead_to_the_pages_that_have_them(small_site: Path) -> None:
    topics = (small_site / "basics" / "terms.html").read_text("utf-8")
    assert '<a href="../desk/more.html">Scenes, sheets and pictures</a>' in topics


def test_a_page_leads_to_what_is_likely_next_or_else_to_the_page_after_it(small_site: Path) -> None:
    likely = (small_site / "basics" / "index.html").read_text("utf-8")
    assert 'Likely next: <a href="nesting.html">Everything nests: boxes in boxes</a> · <a href="../desk' in likely
    after = (small_site / "basics" / "nesting.html").read_text("utf-8")
    assert 'Next: <a href="quiz-loans.html">Loans quiz</a>' in after


def test_what_is_shown_again_is_in_the_search_once(small_site: Path) -> None:
    answers = [answer["at"] for answer in contents(small_site)["answers"]]
    assert len(answers) == len(set(answers))


GENERATOR = re.compile(rb'<meta name="generator" content="([^"]*)">')


def _bytes(site: Path, but_for: re.Pattern[bytes] = re.compile(rb"(?!)")) -> dict[str, str]:
    files = (file for file in site.rglob("*") if file.is_file())
    return {relative(site, file): hashlib.sha256(but_for.sub(b"", file.read_bytes())).hexdigest() for file in files}


def test_plain_mkdocs_builds_the_same_site(tmp_path: Path, small_project: Path) -> None:
    root = copy_project(tmp_path)
    # 315532800 is the date of a handbook without an edition: 1980-01-01
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "315532800"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    result = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert _bytes(root / "site").keys() == _bytes(small_project / "site").keys()


def test_properdocs_builds_the_same_site_but_for_a_line_of_the_page_for_a_wrong_address(
    tmp_path: Path, small_project: Path
) -> None:
    root = copy_project(tmp_path)
    result = run_handbook(root, "site", "--with", "properdocs")
    assert result.returncode == 0, result.stdout + result.stderr
    assert b"ProperDocs 1.6.7" in GENERATOR.findall((root / "site" / "404.html").read_bytes())[0]
    assert not GENERATOR.findall((root / "site" / "index.html").read_bytes())
    assert _bytes(root / "site", GENERATOR) == _bytes(small_project / "site", GENERATOR)


def test_a_second_build_gives_the_same_bytes_and_the_order_of_the_hooks_does_not_matter(
    tmp_path: Path, small_project: Path
) -> None:
    root = copy_project(tmp_path)
    config = (root / "mkdocs.yml").read_text("utf-8")
    hooks = re.findall(r"^  - hooks/.*\n", config, re.MULTILINE)
    assert len(hooks) > 1
    (root / "mkdocs.yml").write_text(config.replace("".join(hooks), "".join(reversed(hooks))), "utf-8")
    assert run_handbook(root, "site").returncode == 0
    assert _bytes(root / "site") == _bytes(small_project / "site")


def test_a_host_that_is_not_installed_is_named_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        assert name == "properdocs"

    monkeypatch.setattr(build, "find_spec", missing)
    root = copy_project(tmp_path)
    for words in (["site"], ["serve"]):
        result = CliRunner().invoke(main, ["--root", str(root), *words, "--with", "properdocs"])
        assert result.exit_code == 1
        assert "properdocs is not installed. Install it with: " in result.output
        assert result.output.count("-m pip install properdocs==1.6.7") == 1
    assert not (root / "site").exists()


def test_the_version_to_install_is_the_one_that_is_tested() -> None:
    assert f'"properdocs=={build.PROPERDOCS_VERSION}"' in (PROJECT / "pyproject.toml").read_text("utf-8")


def test_a_problem_stops_the_build_and_keeps_the_old_site(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    (root / "site").mkdir()
    (root / "site" / "old.html").write_text("old", "utf-8")
    (root / "docs" / "desk" / "bad.md").write_text("---\ntitle: Bad\nsummary: Bad.\n---\n\n[x](no.md)\n", "utf-8")
    result = run_handbook(root, "site")
    assert result.returncode == 1
    assert 'docs/desk/bad.md:6: "no.md" leads to no page' in result.stdout
    assert "Traceback" not in result.stdout + result.stderr
    assert [file.name for file in (root / "site").iterdir()] == ["old.html"]


def test_a_page_that_mkdocs_refuses_keeps_the_old_site(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    (root / "site").mkdir()
    (root / "site" / "old.html").write_text("old", "utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("not_a_setting: true\n")
    result = run_handbook(root, "site")
    assert result.returncode == 1
    assert "site/ is unchanged" in result.stderr
    assert [file.name for file in (root / "site").iterdir()] == ["old.html"]
    assert not [file for file in root.iterdir() if file.name.startswith(".site")]


def test_a_theme_that_has_changed_stops_the_build_with_a_sentence(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    (root / "hooks" / "theme" / "partials" / "palette.html").write_text("", "utf-8")
    result = run_handbook(root, "site")
    assert result.returncode == 1
    output = result.stdout + result.stderr
    assert "404.html: the theme's page is not as expected: '<form class=" in output
    assert "Install the versions in requirements.txt" in output
    assert "Traceback" not in output
    assert not (root / "site").exists()


def test_a_page_that_the_handbook_does_not_read_stops_the_build_with_a_sentence(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    (root / "docs" / "_draft.md").write_text("---\ntitle: Draft\nsummary: Draft.\n---\n", "utf-8")
    result = run_handbook(root, "site")
    assert result.returncode == 1
    assert (
        'docs/_draft.md: its name or that of its folder begins with "_", so it would not be published' in result.stdout
    )
    assert "Traceback" not in result.stdout + result.stderr


def test_mkdocs_itself_shows_a_problem_in_its_place_and_fails_when_strict(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    box = "``` checklist\nid: desk-bad\ntitle: Bad\nitmes:\n  - One\n```\n"
    (root / "docs" / "desk" / "bad.md").write_text(f"---\ntitle: Bad\nsummary: Bad.\n---\n\n{box}", "utf-8")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build"]
    loose = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert loose.returncode == 0, loose.stderr
    html = (root / "site" / "desk" / "bad.html").read_text("utf-8")
    assert "This checklist cannot be shown yet" in html
    assert "&quot;itmes&quot; is not a valid key here" in html or '"itmes" is not a valid key here' in html
    strict = subprocess.run(
        [*command, "--strict"], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert strict.returncode == 1


def test_the_project_builds_from_a_downloaded_archive(tmp_path: Path) -> None:
    """`git archive` is what a git host offers as a zip: no .git in it, and the edition written into `.edition`."""
    if not (PROJECT / ".git").exists():
        pytest.fail("run the tests in a git clone: this one archives it")
    archive = tmp_path / "handbook.zip"
    subprocess.run(["git", "archive", "-o", str(archive), "--prefix=handbook/", "HEAD"], cwd=PROJECT, check=True)
    with zipfile.ZipFile(archive) as files:
        files.extractall(tmp_path)
    root = tmp_path / "handbook"
    edition = read_edition(root)
    assert edition.revision
    tracked = subprocess.check_output(["git", "ls-files", "docs", "quizbank"], cwd=PROJECT, text=True).splitlines()
    assert [path for path in tracked if not (root / path).is_file()] == []
    with_small_content(root)
    shutil.rmtree(root / "tests")
    assert run_handbook(root, "site").returncode == 0
    assert f"Edition {edition_in_words(edition)}" in (root / "site" / "index.html").read_text("utf-8")
