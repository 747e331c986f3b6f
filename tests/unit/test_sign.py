"""Pages to read and sign: what a package holds of them, and what it says that it does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree
from lxml import html as reader

from handbook.book.read import Handbook
from handbook.book.readings import page_to_read, section_to_read
from handbook.checks import check_handbook
from handbook.cli.sign import read_and_sign
from handbook.export.archive import unzipped
from handbook.export.scorm.standard import SCORM_12
from support.commands import call_handbook
from support.folders import HEAD, SMALL_SITE, copy_project, page_at, write_handbook

CONFIG = "site_name: Test\nmarkdown_extensions: [attr_list, toc]\n"
SECTIONS = "- folder: rules\n  title: Our rules\n  owner: HR\n"
FIRST = """See [the other](more.md#late-hours), [its list](more.md#rules-list) and [a page outside](../away.md#there).

## Late hours

![A desk](../assets/desk.png) and ![Gone](../assets/gone.png), {{ office.name }}.

``` quiz
id: rules-quiz
title: Check yourself
items: [q-one]
```
"""
SECOND = """## Late hours

Here [again](index.md).

``` checklist
id: rules-list
title: Before you go
items: [Lights off]
```
"""
ITEM = """- id: q-one
  type: truefalse
  level: recall
  stem: It is so.
  answer: true
  why:
    true: Yes.
    false: No.
  refs: [rules/index.md]
"""
FILES = {
    "mkdocs.yml": f"{CONFIG}site_url: https://handbook.example/\n",
    "docs/_data/sections.yml": SECTIONS,
    "docs/_data/organization.yml": 'office:\n  name: ""\n',
    "docs/index.md": HEAD,
    "docs/away.md": f"{HEAD}## There\n\nText.\n",
    "docs/rules/index.md": HEAD.replace("Page", "Be *on time*") + FIRST,
    "docs/rules/more.md": HEAD.replace("Page", "More").replace("summary", "was: [old/less.md]\nsummary") + SECOND,
    "docs/assets/javascripts/scorm.js": "",
    "docs/assets/stylesheets/scorm.css": "",
    "docs/assets/fonts/atkinson-hyperlegible-latin-400-normal.woff2": "",
    "docs/assets/fonts/atkinson-hyperlegible-latin-700-normal.woff2": "",
    "docs/assets/fonts/atkinson-hyperlegible-accents-400-normal.woff2": "",
    "docs/assets/fonts/atkinson-hyperlegible-accents-700-normal.woff2": "",
    "docs/assets/fonts/OFL-AtkinsonHyperlegible.txt": "",
    "docs/assets/desk.png": "picture",
    "quizbank/items/one.yml": ITEM,
}


@pytest.fixture
def handbook(tmp_path: Path) -> Handbook:
    return check_handbook(write_handbook(tmp_path, FILES))[0]


def section(handbook: Handbook) -> tuple[dict[str, bytes], dict[str, set[str]]]:
    """The files of the package of the section, and what each page loses."""
    content, losses = read_and_sign(section_to_read(handbook.guide.sections[0], handbook), handbook, SCORM_12)
    lost: dict[str, set[str]] = {}
    for loss in losses:
        lost.setdefault(loss.item, set()).add(loss.what)
    return unzipped(content), lost


def tree(files: dict[str, bytes]) -> reader.HtmlElement:
    return reader.fromstring(files["index.html"].decode())


def test_a_section_holds_its_pages_in_order_below_its_title(handbook: Handbook) -> None:
    page = tree(section(handbook)[0])
    headings = [(each.tag, "".join(each.itertext())) for each in page.iter("h1", "h2", "h3", "h4")]
    assert headings == [
        ("h1", "Our rules"),
        ("h2", "Be on time"),
        ("h3", "Late hours"),
        ("h2", "More"),
        ("h3", "Late hours"),
        ("h4", "Before you go"),
        ("h2", "Read and sign"),
    ]
    ids = [each.get("id") for each in page.iter() if each.get("id")]
    assert len(ids) == len(set(ids))


def test_links_lead_to_the_pages_in_the_package_and_others_to_the_site(handbook: Handbook) -> None:
    page = tree(section(handbook)[0])
    links = {"".join(each.itertext()): each for each in page.iter("a")}
    for words in ("the other", "its list", "again"):
        target = links[words].get("href", "")
        assert page.get_element_by_id(target.removeprefix("#")) is not None
        assert links[words].get("target") is None
    assert links["its list"].get("href") == "#rules-list"
    outside = links["a page outside"]
    assert outside.get("href") == "https://handbook.example/away.html#there"
    assert (outside.get("target"), outside.get("rel")) == ("_blank", "noopener")


def test_pictures_are_in_the_package_and_what_it_does_not_hold_is_named(handbook: Handbook) -> None:
    files, lost = section(handbook)
    assert files["media/assets/desk.png"] == b"picture"
    page = tree(files)
    assert [each.get("src") for each in page.iter("img")] == ["media/assets/desk.png"]
    assert "Gone" in page.text_content()
    assert lost == {
        "rules/index.md": {
            "a box of the kind quiz",
            "the picture ../assets/gone.png",
            "a value that the county has yet to fill in",
        },
        "rules/more.md": {"what is ticked or typed in a checklist"},
    }
    assert not page.find_class("hb-quiz")
    manifest = etree.fromstring(files["imsmanifest.xml"])
    assert {each.get("href") for each in manifest.iter("{*}file")} == set(files) - {"imsmanifest.xml"}


def test_without_an_address_of_the_site_a_link_to_it_keeps_its_words(tmp_path: Path) -> None:
    plain = FILES | {"mkdocs.yml": CONFIG}
    files, lost = section(check_handbook(write_handbook(tmp_path, plain))[0])
    page = tree(files)
    assert "a page outside" in page.text_content()
    assert all(each.get("href", "").startswith("#") for each in page.iter("a"))
    assert "a link to another page" in lost["rules/index.md"]


def test_a_page_keeps_its_name_when_it_moves_and_changes_its_mark_with_its_text_alone(
    handbook: Handbook, tmp_path: Path
) -> None:
    def marks(book: Handbook) -> tuple[str, str]:
        content, _ = read_and_sign(page_to_read(page_at("rules/more.md", book)), book, SCORM_12)
        files = unzipped(content)
        (signature,) = tree(files).find_class("hb-sign")
        assert f'identifier="item-{signature.get("data-quiz")}"' in files["imsmanifest.xml"].decode()
        return signature.get("data-quiz"), signature.get("data-content")

    name, content = marks(handbook)
    assert name == "read-old-less"
    assert marks(handbook) == (name, content)
    edited = FILES | {"docs/rules/more.md": FILES["docs/rules/more.md"].replace("Lights off", "Door locked")}
    again = marks(check_handbook(write_handbook(tmp_path / "edited", edited))[0])
    assert again[0] == name
    assert again[1] != content
    other = FILES | {"docs/rules/index.md": f"{HEAD}Other words.\n"}
    assert marks(check_handbook(write_handbook(tmp_path / "other", other))[0]) == (name, content)


def test_every_directive_of_a_page_can_be_packed_with_the_same_bytes_each_time(tmp_path: Path) -> None:
    root = copy_project(tmp_path, SMALL_SITE)
    book, _ = check_handbook(root)
    for page in book.guide.pages:
        content, _ = read_and_sign(page_to_read(page), book, SCORM_12)
        assert read_and_sign(page_to_read(page), book, SCORM_12)[0] == content
        text = unzipped(content)["index.html"].decode()
        assert not re.search(r"<style| style=| on[a-z]+=|<base|<link[^>]*(?<!scorm\.css)\">", text), page.path
        assert len(re.findall(r"<script", text)) == 1


def test_the_command_writes_a_page_or_a_section_and_says_what_it_does_not_know(tmp_path: Path) -> None:
    root = copy_project(tmp_path, SMALL_SITE)
    result = call_handbook(root, "sign", "docs/desk/lend.md", "--to", "scorm2004", "--out", "lend.zip")
    assert result.returncode == 0, result.stderr
    assert "lend.zip: 1 page to read and sign, edition" in result.stdout
    assert "what is ticked or typed in a checklist" in result.stdout
    assert "2004 3rd Edition" in unzipped((root / "lend.zip").read_bytes())["imsmanifest.xml"].decode()
    assert "desk.zip: 4 pages to read" in call_handbook(root, "sign", "desk", "--out", "desk.zip").stdout
    wrong = call_handbook(root, "sign", "desk/lent.md", "--out", "x.zip")
    assert wrong.returncode != 0
    assert 'There is no page or section "desk/lent.md". Did you mean "desk/lend.md"?' in wrong.stderr


def test_a_page_with_a_problem_is_not_packed(tmp_path: Path) -> None:
    root = copy_project(tmp_path, SMALL_SITE)
    page = root / "docs/desk/lend.md"
    page.write_text(page.read_text("utf-8-sig").replace("../basics/index.md", "../basics/gone.md"), "utf-8")
    result = call_handbook(root, "sign", "desk/lend.md", "--out", "lend.zip")
    assert result.returncode == 1
    assert "docs/desk/lend.md" in result.stdout
    assert not (root / "lend.zip").exists()
