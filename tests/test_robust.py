"""Whatever stands in the files, `handbook check` tells of it in words: it never ends in a traceback."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from folders import SMALL_SITE
from handbook.cli._inspect import inspect
from handbook.source.problems import as_github, as_gitlab, as_text

MORE = {
    "docs/_data/news.yml": "- date: 2026-01-02\n  who: All\n  what: New.\n  action: Read.\n  link: index.md\n",
    "docs/_data/reviews.yml": "- date: 2026-01-02\n  section: desk\n  role: A\n  checked: All.\n  result: changed\n",
}
"""Files that the small site does without."""

WHOLE = MORE | {
    file.relative_to(SMALL_SITE).as_posix(): file.read_text("utf-8")
    for file in sorted(SMALL_SITE.rglob("*"))
    if file.suffix in (".md", ".yml")
}
MARKS = [
    "---",
    "``` quiz",
    "```",
    "- ",
    "  - ",
    "\t",
    "id: ",
    "{{ org.name }}",
    "{{",
    "<<<<<<< a",
    "=======",
    ">>>>>>> b",
    "“",
    "|",
    ": ",
]
LINE = st.one_of(st.text(max_size=30), st.sampled_from(MARKS))


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of the small site, and other bytes for it: its own with lines lost, doubled, moved and strange, or any."""
    path = draw(st.sampled_from(sorted(WHOLE)))
    if draw(st.integers(0, 4)) == 0:
        return path, draw(st.binary(max_size=200))
    lines = WHOLE[path].splitlines()
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines)))
        match draw(st.sampled_from(["insert", "remove", "indent", "cut"])):
            case "insert":
                lines.insert(at, draw(LINE))
            case "remove":
                del lines[at : at + draw(st.integers(1, 5))]
            case "indent":
                lines[at : at + 1] = [draw(st.sampled_from([" ", "   ", "\t"])) + line for line in lines[at : at + 1]]
            case _:
                lines[at : at + 1] = [line[: len(line) // 2] + draw(LINE) for line in lines[at : at + 1]]
    return path, "\n".join(lines).encode("utf-8", "surrogatepass")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small site to damage."""
    root = tmp_path_factory.mktemp("damaged")
    shutil.copytree(SMALL_SITE, root, dirs_exist_ok=True)
    for path, text in {"mkdocs.yml": "site_name: Test\n", **MORE}.items():
        (root / path).write_text(text, "utf-8")
    return root


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
def test_no_content_gives_a_traceback(site: Path, damage: tuple[str, bytes]) -> None:
    path, content = damage
    whole = (site / path).read_bytes()
    try:
        (site / path).write_bytes(content)
        _, problems = inspect(site)
    finally:
        (site / path).write_bytes(whole)
    for report in (as_text, as_github, as_gitlab):
        assert isinstance(report(problems), str)


def test_a_folder_that_has_the_name_of_a_page_is_a_problem(site: Path) -> None:
    folder = site / "docs" / "strange.md"
    folder.mkdir()
    _, problems = inspect(site)
    folder.rmdir()
    assert "docs/strange.md: cannot be read" in as_text(problems)
