"""The contract of web/src/page.ts: pages have what scripts look for, and scripts name nothing that is not in it."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from html.parser import HTMLParser
from zipfile import ZipFile

import pytest

from support.commands import run_handbook
from support.folders import HEAD, PROJECT, copy_project

SOURCES = PROJECT / "web" / "src"
STYLES = PROJECT / "web" / "styles"
CONTRACT = SOURCES / "page.ts"

HINTED = """\
- id: q-hinted
  type: truefalse
  level: recall
  stem: The desk closes at six.
  answer: false
  why:
    true: Look at the door.
    false: It closes at five.
  hints: [Think of the door.]
  refs: [desk-words]
- id: q-equal
  type: order
  level: recall
  stem: What comes first?
  steps:
    - text: One
      why: First.
    - text: Two
      why: Then.
    - text: Three
      why: Or so.
  equal:
    - [Two, Three]
  refs: [desk-words]
"""
MORE_QUIZZES = "- id: passable\n  title: A test to pass\n  pass: 80\n  items: [q-hinted, q-single]\n"
QUIZ = "``` quiz\nid: hinted\ntitle: With a hint\nitems: [q-hinted, q-equal]\n```\n"
NEWS = "- date: 2026-01-02\n  who: Desk team\n  what: Lend less.\n  link: desk/lend.md\n  sign: again\n"
REVIEW = "- date: 2026-01-02\n  section: desk\n  role: A\n  checked: All.\n  result: changed\n"

NAME = re.compile(r"\b(?:hb(?:-[a-z]+)+|data-(?!md-)[a-z]+(?:-[a-z]+)*)\b")
COMMENT = re.compile(r"(?<![:\w\"'])//[^\n]*|/\*.*?\*/", re.DOTALL)


class Names(HTMLParser):
    """Reads pages: their classes and data attributes by name, with the values of the attributes, and their ids."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: defaultdict[str, set[str]] = defaultdict(set)
        self.ids: set[str] = set()

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "class":
                for each in (value or "").split():
                    self.pages[each].add("")
            elif name.startswith("data-"):
                self.pages[name].add(value or "")
            elif name == "id":
                self.ids.add(value or "")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Names:
    """What the pages of the small site have, with a hint, a review, news and a package for a learning platform."""
    root = copy_project(tmp_path_factory.mktemp("contract"))
    (root / "docs/_data/reviews.yml").write_text(REVIEW, "utf-8")
    (root / "docs/_data/news.yml").write_text(NEWS, "utf-8")
    (root / "docs/desk/hinted.md").write_text(HEAD + QUIZ, "utf-8")
    (root / "quizbank/items/hinted.yml").write_text(HINTED, "utf-8")
    with (root / "quizbank/quizzes.yml").open("a", encoding="utf-8") as quizzes:
        quizzes.write(MORE_QUIZZES)
    packages = [root / "quiz.zip", root / "sign.zip"]
    export = ("export", "passable", "--to", "scorm12", "--out", "quiz.zip")
    for words in (("site",), export, ("sign", "desk/lend.md", "--out", "sign.zip")):
        result = run_handbook(root, *words)
        assert result.returncode == 0, result.stdout + result.stderr
    names = Names()
    for page in (root / "site").rglob("*.html"):
        names.feed(page.read_text("utf-8"))
    for script in [*(root / "site").rglob("*.questions.js"), *(root / "site").rglob("*.words.js")]:
        names.feed(json.loads(script.read_text("utf-8").partition("detail: ")[2].rpartition(" })")[0]))
    for package in packages:
        with ZipFile(package) as files:
            names.feed(files.read("index.html").decode())
    return names


def declared(name: str) -> str:
    """The text of one enumeration or type of the contract."""
    pattern = rf"^(?:export )?(?:enum {name} (.*?)\n\}}|type {name} (.*?)\n\n)"
    match = re.search(pattern, CONTRACT.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert match
    return COMMENT.sub("", match[1] or match[2])


def read_by_scripts() -> set[str]:
    """The classes and data attributes that scripts read off a page."""
    attributes = re.findall(r'"(\w+)"', declared("Data"))
    dashed = {f"data-{re.sub('[A-Z]', lambda capital: f'-{capital[0].lower()}', name)}" for name in attributes}
    return dashed | set(NAME.findall(declared("Part")))


def given_by_scripts() -> set[str]:
    """The classes and data attributes that scripts give to what they make and change."""
    return set(NAME.findall(declared("Class"))) | set(NAME.findall(declared("Mark")))


def scripts() -> dict[str, str]:
    """The code of all scripts but the contract, without comments, by path."""
    files = (file for file in SOURCES.rglob("*.ts") if file != CONTRACT)
    return {file.relative_to(SOURCES).as_posix(): COMMENT.sub("", file.read_text("utf-8")) for file in files}


def test_pages_have_every_name_that_scripts_read(pages: Names) -> None:
    names = read_by_scripts()
    assert {"hb-quiz", "hb-words", "data-item", "data-check-by", "data-records"} <= names
    assert names - pages.pages.keys() == set()


def test_scripts_name_nothing_that_is_not_in_the_contract() -> None:
    contract_names = read_by_scripts() | given_by_scripts()
    unknown = {
        path: strangers for path, code in scripts().items() if (strangers := set(NAME.findall(code)) - contract_names)
    }
    assert unknown == {}


def test_scripts_read_data_attributes_through_the_contract_alone() -> None:
    assert [path for path, code in scripts().items() if "dataset" in code] == []


def test_scripts_give_every_class_that_the_contract_says_they_give() -> None:
    names = set().union(*(NAME.findall(code) for code in scripts().values()))
    assert set(NAME.findall(declared("Class"))) - names == set()


def test_style_sheets_know_every_data_attribute_that_scripts_set() -> None:
    sheets = "".join(file.read_text("utf-8") for file in STYLES.rglob("*.css"))
    assert set(NAME.findall(declared("Mark"))) - set(NAME.findall(sheets)) == set()


def test_scripts_have_a_control_for_every_type_of_question(pages: Names) -> None:
    types = re.search(
        r"^const TYPES.*?\n\}", (SOURCES / "quiz/question.ts").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert types
    assert set(re.findall(r"^  (\w+):", types[0], re.MULTILINE)) == pages.pages["data-type"]
