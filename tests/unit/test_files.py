"""What may lie in docs: names that can be addresses anywhere, kinds that run nothing, no links of the file system."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from handbook.checks import check_handbook
from handbook.source.codes import Code
from handbook.source.names import better_name, name_fault, page_fault
from support.commits import commit
from support.folders import HEAD, Checked, write_handbook

Check = Callable[[Mapping[str, str]], Checked]


@pytest.mark.parametrize(
    "path",
    [
        "desk/README.md",
        "a#b.md",
        "a?b.md",
        "100%.md",
        "a:b.md",
        'a"b.md',
        "a<b.md",
        "a|b.md",
        "a*b.md",
        "a\\b.md",
        "a\nb.md",
        "a\u200bb.md",
        "desk /a.md",
        "desk./a.md",
        " a.md",
        "con.md",
        "desk/AUX.md",
        "Lpt1.more.md",
        "nul/a.md",
        "_a.md",
        ".git/a.md",
        "desk/.md",
        "desk/_data/a.md",
        "templates/a.md",
        "desk/foo.html/a.md",
        "sitemap.xml.gz/a.md",
        "x" * 190 + ".md",
    ],
)
def test_such_a_name_is_no_address_of_a_page(path: str) -> None:
    assert page_fault(path)


@pytest.mark.parametrize(
    "path", ["index.md", "desk/Put on Hold.md", "größe.md", "a..b.md", "console.md", "desk/readme.md"]
)
def test_such_a_name_is_one(path: str) -> None:
    assert page_fault(path) is None


def test_a_better_name_is_one() -> None:
    assert [better_name(path) for path in ("desk/README.md", "100%.md", "AUX.md", "#.md", "A B.PNG")] == [
        "index.md",
        "100.md",
        "aux-page.md",
        "page.md",
        "a-b.png",
    ]
    assert not any(name_fault(better_name(path)) for path in ("con.md", "a#b c.md", "…"))


def _found(files: Mapping[str, str], checked: Check, *codes: Code) -> list[str]:
    return [str(problem) for problem in checked(files)[1].blocking if problem.code in codes]


def test_a_page_with_such_a_name_is_told_what_to_call_it(checked: Check) -> None:
    assert _found({"docs/README.md": HEAD, "docs/a#b.md": HEAD}, checked, Code.PAGE_ADDRESS) == [
        (
            "docs/README.md: its name is that of a file about the folder, which MkDocs publishes as its first page "
            '[page-address]\n    Rename it to "index.md", and its folder if need be.'
        ),
        (
            'docs/a#b.md: its name has "#" in it, which has another meaning in an address or on Windows '
            "[page-address]\n"
            '    Rename it to "a-b.md", and its folder if need be.'
        ),
    ]


def test_a_page_where_mkdocs_does_not_look_is_told_of(checked: Check) -> None:
    files = dict.fromkeys(["docs/_a.md", "docs/desk/.b.md", "docs/desk/_data/c.md", "docs/templates/d.md"], HEAD)
    found = _found(files, checked, Code.PAGE_ADDRESS)
    assert [line.partition(":")[0] for line in found] == sorted(files)


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (["desk/Hold.md", "desk/hold.md"], "docs/desk/hold.md"),
        (["desk/caf\u00e9.md", "desk/cafe\u0301.md"], "docs/desk/caf\u00e9.md"),
        (["404.md"], "docs/404.md"),
        (["desk/a.html/b.md", "desk/a.md"], "docs/desk/a.html/b.md"),
        (["assets/A.pdf", "assets/a.PDF"], "docs/assets/a.PDF"),
        (["pocket-guide/a.pdf"], "docs/pocket-guide/a.pdf"),
    ],
)
def test_two_files_of_one_name_on_windows_are_told_of(files: list[str], told: str, checked: Check) -> None:
    found = _found({f"docs/{file}": HEAD for file in files}, checked, Code.PAGE_ADDRESS)
    assert [line.partition(":")[0] for line in found] == [told]


OLD = "---\ntitle: Page\nsummary: About it.\nwas:\n  - {}\n---\n"


@pytest.mark.parametrize(
    "old",
    [
        "desk/Lend.md",
        "desk/lend.html/x.md",
        "404.md",
        ".md",
        ".git/x.md",
        "desk/.md",
        "..\\\\..\\\\x.md",
        "desk\\\\x.md",
        "con.md",
        "a?b.md",
        "x" * 300 + ".md",
        "../x.md",
        "/x.md",
        "desk//x.md",
        "desk/x.html",
    ],
)
def test_an_old_address_that_no_file_can_have_is_refused(old: str, checked: Check) -> None:
    files = {"docs/desk/lend.md": OLD.format(old.replace("\\\\", "\\"))}
    assert len(_found(files, checked, Code.PAGE_WAS)) == 1


def test_an_old_address_with_spaces_and_capitals_is_kept(checked: Check) -> None:
    assert not _found({"docs/desk/lend.md": OLD.format("desk/Put on Hold.md")}, checked, Code.PAGE_WAS)


def test_a_page_renamed_to_small_letters_needs_no_old_address(tmp_path: Path) -> None:
    """It could have none: on Windows that would be the page itself."""
    root = write_handbook(tmp_path, {"docs/desk/Lend.md": HEAD})
    commit(root, "one")
    (root / "docs/desk/Lend.md").unlink()
    (root / "docs/desk/lend.md").write_text(HEAD, "utf-8")
    assert not [problem for problem in check_handbook(root)[1] if problem.code is Code.PAGE_GONE]


def test_a_moved_page_whose_head_cannot_be_read_is_not_said_to_be_gone_elsewhere(tmp_path: Path) -> None:
    root = write_handbook(tmp_path, {"docs/old.md": HEAD, "docs/other.md": f"{HEAD}[Old](old.md)\n"})
    commit(root)
    (root / "docs/old.md").unlink()
    (root / "docs/new.md").write_text(HEAD.replace("title: Page", "titel: Page\nwas: [old.md]"), "utf-8")
    assert {finding.path for finding in check_handbook(root)[1]} == {"docs/new.md"}


@pytest.mark.parametrize(
    "name", ["a.html", "a.HTM", "a.xhtml", "a.svgz", "a.js", "a.xml", "a.swf", "a", "a.mhtml", "a.css"]
)
def test_a_file_that_a_browser_may_run_is_not_published(name: str, checked: Check) -> None:
    assert _found({f"docs/desk/{name}": "<script>a()</script>"}, checked, Code.FILE_KIND) == [
        (
            f'docs/desk/{name}: a file of this kind ("{Path(name).suffix or "no ending"}") is not published '
            "[file-kind]\n"
            "    Write it as a page, or save it as a PDF. If the handbook can't do without it, ask IT."
        )
    ]


_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
_JPEG = b"\xff\xd8\xff\xe1\0\x08\xff\xd8\xff\xd9\0\0\xff\xda\0\x02"  # with a small picture in its head
_END = b"\0\0\0\0IEND\xaeB`\x82"
_CUT, _OTHER = "this file is cut off", "this file is of another kind than its name says"


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.png", _PNG, _CUT),
        ("a.jpg", _JPEG + b"picture", _CUT),
        ("a.pdf", b"%PDF-1.7\n1 0 obj\n<<", _CUT),
        ("a.webp", b"RIFF\xff\0\0\0WEBP", _CUT),
        ("a.jpeg", _PNG + _END, _OTHER),
        ("a.png", _JPEG + b"picture\xff\xd9", _OTHER),
        ("a.png", _PNG + _END + b"a note", ""),
        ("a.JPEG", _JPEG + b"picture\xff\xd9 a note", ""),
        ("a.pdf", b"%PDF-1.7\n1 0 obj\n%%EOF\n", ""),
    ],
)
def test_a_picture_or_document_is_whole_and_what_its_name_says(
    name: str, data: bytes, told: str, tmp_path: Path
) -> None:
    root = write_handbook(tmp_path, {"docs/index.md": HEAD})
    (root / "docs" / name).write_bytes(data)
    found = [problem.message for problem in check_handbook(root)[1] if problem.code is Code.PICTURE_UNFIT]
    assert [message[: len(told)] for message in found] == [told] * bool(told)


def test_documents_and_the_code_of_the_handbook_are(checked: Check) -> None:
    names = [
        "a.pdf",
        "b.docx",
        "c.PNG",
        "assets/javascripts/d.js",
        "assets/stylesheets/e.css",
        ".hidden",
        "_data/f.html",
    ]
    assert not _found({f"docs/{name}": "" for name in names}, checked, Code.FILE_KIND, Code.PAGE_ADDRESS)


@pytest.mark.parametrize(
    "place", ["docs/desk/a.md", "docs/assets/p.png", "docs/more", "quizbank/items/a.yml", "docs/.a"]
)
@pytest.mark.parametrize("target", ["/etc/passwd", "/etc", "nowhere", "../docs/index.md"])
def test_links_of_the_file_system_are_refused_and_not_followed(place: str, target: str, tmp_path: Path) -> None:
    root = write_handbook(tmp_path, {"docs/index.md": HEAD, "docs/desk/b.md": HEAD, "quizbank/items/b.yml": ""})
    link = root / place
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(target)
    handbook, problems = check_handbook(root)
    (found,) = [problem for problem in problems.blocking if problem.code is Code.FILE_LINK]
    assert (found.path, found.hint) == (place, "Put a copy of the file itself here, or remove the link.")
    assert place.removeprefix("docs/") not in handbook.files


def test_docs_that_are_a_link_themselves_are_refused(tmp_path: Path) -> None:
    root = write_handbook(tmp_path / "root", {"docs/index.md": HEAD})
    (root / "docs").rename(tmp_path / "elsewhere")
    (root / "docs").symlink_to(tmp_path / "elsewhere")
    assert [p.path for p in check_handbook(root)[1].blocking if p.code is Code.FILE_LINK] == ["docs"]


def test_a_link_or_figure_that_leads_out_of_docs_is_refused(checked: Check) -> None:
    box = "``` figure\nid: desk-out\ntitle: Out\nsrc: ../../out.svg\nalt: A line\n```\n"
    files = {"docs/desk/a.md": f"{HEAD}[x](../../out.md) [y](../../out.svg) [z](%2e%2e/%2e%2e/out.svg)\n\n{box}"}
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
    found = checked({**files, "out.md": "Out", "out.svg": svg})[1].blocking
    assert [(problem.line, problem.code) for problem in found] == [
        *[(6, Code.LINK_MISSING)] * 3,
        (11, Code.PICTURE_MISSING),
    ]


def test_what_a_link_of_the_file_system_leads_to_is_not_even_read(tmp_path: Path) -> None:
    root = write_handbook(tmp_path / "root", {"docs/index.md": HEAD})
    secret = write_handbook(tmp_path / "secret", {"docs/a.md": f"{HEAD}Secret", "items/a.yml": "- Secret"})
    (root / "docs/a.md").symlink_to(secret / "docs/a.md")
    (root / "docs/more").symlink_to(secret / "docs")
    (root / "quizbank").symlink_to(secret)
    handbook, problems = check_handbook(root)
    assert list(handbook.guide.paths) == ["index.md"]
    assert not handbook.bank.documents
    assert {problem.code for problem in problems.blocking} == {Code.FILE_LINK}


def test_the_folder_of_the_handbook_may_be_behind_a_link(tmp_path: Path) -> None:
    write_handbook(tmp_path / "root", {"docs/index.md": HEAD})
    (tmp_path / "link").symlink_to(tmp_path / "root")
    handbook, problems = check_handbook(tmp_path / "link")
    assert list(handbook.guide.paths) == ["index.md"]
    assert not problems.blocking
