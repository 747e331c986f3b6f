"""What authors write, on its way to print: set as it is, or refused with file and line."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date

import page as page_validation
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.book.read import Handbook
from handbook.git.edition import Edition
from handbook.model.guide import Guide
from handbook.pdf import GuideFormat, PrintError, check_print, print_guide
from handbook.pdf.compile import compile_tree
from handbook.pdf.inline import Origin, Typesetter
from handbook.pdf.links import Links
from handbook.pdf.runs import words
from handbook.pdf.tree import guide_tree
from handbook.source.codes import Code
from handbook.source.problems import Problems, as_text
from handbook.source.profile import Medium, Profile
from support.folders import Checked
from support.golden_cases import Case, cases, name_of
from support.pdf_reading import page_texts

EDITION = Edition(date(2026, 11, 22), "a1b2c3d")
GUIDE = """title: Guide
sections:
  - title: One
    online: page.md
    pages:
      - page: page.md
        blocks: [the-box]
"""
Check = Callable[[Mapping[str, str]], Checked]


def _pdf(handbook: Handbook, edition: Edition, site: str, problems: Problems) -> bytes | None:
    """The reading pages."""
    return next((one.pdf for one in print_guide(handbook, edition, site, problems, [GuideFormat.POCKET])), None)


def _files(text: str, title: str = "Page") -> dict[str, str]:
    quoted = json.dumps(text, ensure_ascii=False)
    box = f"``` procedure\nid: the-box\ntitle: Box\nsteps:\n  - do: {quoted}\n    say: {quoted}\n```\n"
    page = f"---\ntitle: {json.dumps(title)}\nsummary: One.\n---\n\n{box}"
    return {"docs/page.md": page, "docs/_data/pocket-guide.yml": GUIDE}


@pytest.mark.parametrize("case", cases("pdf"), ids=name_of)
def test_print_forms(case: Case, checked: Check) -> None:
    """Each case in golden/pdf states in its name what becomes of a text or directive in print."""
    handbook, _ = checked({"docs/_data/pocket-guide.yml": GUIDE, **case.files})
    problems = Problems()
    tree = guide_tree(handbook, EDITION, "https://site.example/", problems)
    assert tree is not None
    blocks = [block for section in tree["sections"] for task in section["tasks"] for block in task["blocks"]]
    yaml_text = yaml.safe_dump(blocks, default_flow_style=None, sort_keys=False, allow_unicode=True, width=10_000)
    case.expect(yaml_text + as_text(problems))


@pytest.mark.parametrize(
    "text",
    [
        "#pagebreak() #let x = 1 $x^2$ @label \\ // /* */ ~ -- = heading",
        "1. One",
        "- dash",
        "Press #1, pay $5, ask @desk",
        'He said "no" & left; 50 % – “yes” … ☐ ✓ →',
        "Łódź, Zürich, Anh Nguyễn's name",
        "Виктор, Ελένη",
        "a `code # span` and \\*stars\\* and under_scores_in_words",
    ],
)
def test_marks_that_mean_something_to_typst_are_text(text: str, checked: Check) -> None:
    handbook, _ = checked(_files(text, text))
    problems = Problems()
    pdf = _pdf(handbook, EDITION, "", problems)
    assert pdf is not None, list(problems)
    plain = text.replace("\\*", "*").replace("`", "").replace('"no"', "“no”").replace("'", "’")
    assert "".join(plain.split()) in "".join("".join(page_texts(pdf)).split())


@pytest.mark.parametrize(
    ("text", "characters", "hint"),
    [
        ("A smile 🙂", 'the character "🙂 (slightly smiling face)"', "Write it in words."),
        ("日本", 'the characters "日本"', "Write it in English letters."),
    ],
)
def test_a_character_that_no_font_has_is_refused_with_its_line(
    text: str, characters: str, hint: str, checked: Check
) -> None:
    handbook, _ = checked(_files(text))
    problems = Problems()
    assert _pdf(handbook, EDITION, "", problems) is None
    assert {(problem.path, problem.line) for problem in problems} == {("docs/page.md", 10), ("docs/page.md", 11)}
    assert {(problem.message, problem.hint) for problem in problems} == {
        (f"no font in the printed guide has {characters}", hint)
    }


@pytest.mark.parametrize("text", ["x" * 3000, "word " * 600, "https://a.example/" + "path/" * 400])
def test_a_very_long_text_goes_on_over_pages(text: str, checked: Check) -> None:
    handbook, _ = checked(_files(text, text[:300]))
    problems = Problems()
    pdf = _pdf(handbook, EDITION, "", problems)
    assert pdf is not None, list(problems)
    page_text = "".join("".join(page_texts(pdf)).split()).replace("\u200b", "")
    assert page_text.count(text[0]) >= 2 * text.count(text[0])
    assert page_validation.validate_pdf_bytes(pdf, profile="ua-1").is_compliant


def test_invisible_marks_are_left_out(checked: Check) -> None:
    handbook, _ = checked(_files("A\u200bb\u202e c\ufeff\u00add \u2009e ☎\ufe0f"))
    problems = Problems()
    pdf = _pdf(handbook, EDITION, "", problems)
    assert pdf is not None, list(problems)
    assert "“Ab cd e ☎”" in " ".join(page_texts(pdf))


def test_values_of_the_profile_are_no_markdown(checked: Check) -> None:
    files = _files("Call {{ org.phone }}.") | {"docs/_data/organization.yml": "org:\n  phone: 5 *or* [6](x)\n"}
    handbook, _ = checked(files)
    pdf = _pdf(handbook, EDITION, "", Problems())
    assert pdf is not None
    assert "Call 5 *or* [6](x)." in " ".join(page_texts(pdf))


def test_a_value_that_cannot_be_printed_is_refused_with_its_line(checked: Check) -> None:
    box = "---\ntitle: Page\nsummary: One.\n---\n\n``` contacts\nid: the-box\ntitle: Box\n```\n"
    profile = "org:\n  name: Riverton 🙂\ncontacts:\n  - name: Desk\n    phone: 🙂\n"
    files = {"docs/page.md": box, "docs/_data/pocket-guide.yml": GUIDE, "docs/_data/organization.yml": profile}
    handbook, _ = checked(files)
    problems = Problems()
    assert _pdf(handbook, EDITION, "", problems) is None
    assert [(problem.path, problem.line) for problem in problems] == [
        ("docs/_data/organization.yml", 2),
        ("docs/_data/organization.yml", 5),
    ]


@pytest.mark.parametrize(
    ("name", "messages"), [("Nguyễn Thị Ánh", []), ("小明", ['no font in the printed guide has the characters "小明"'])]
)
def test_a_name_in_another_script_is_printed_or_told_once_where_it_is_written(
    name: str, messages: list[str], checked: Check
) -> None:
    links = "Print [the guide](pocket-guide/pocket-guide.pdf)."
    files = _files("Ask {{ org.person }}.", "Call {{ org.person }}.")
    page = files["docs/page.md"] + links
    organization = f"org:\n  person: {name}\n"
    handbook, problems = checked(files | {"docs/page.md": page, "docs/_data/organization.yml": organization})
    check_print(handbook, problems)
    assert [(each.path, each.line, each.message) for each in problems.blocking] == [
        ("docs/_data/organization.yml", 2, message) for message in messages
    ]


@pytest.mark.parametrize("target", ["https://a.example/ü?ä=ö", "mailto:", "tel:1", "#x", "", "../../a", "a b"])
def test_any_target_of_a_link_can_be_printed(target: str, checked: Check) -> None:
    handbook, _ = checked(_files(f"Go [there]({target}) now"))
    pdf = _pdf(handbook, EDITION, "https://site.example/", Problems())
    assert pdf is not None
    assert page_validation.validate_pdf_bytes(pdf, profile="ua-1").is_compliant


@pytest.mark.parametrize("target", ["https:", "//a/b", "/a", "javascript:a()", "java&#115;cript:a()"])
def test_a_link_that_leads_nowhere_good_is_refused_in_print(target: str, checked: Check) -> None:
    handbook, _ = checked(_files(f"Go [there]({target}) now"))
    problems = Problems()
    assert _pdf(handbook, EDITION, "https://site.example/", problems) is None
    assert {problem.code for problem in problems} == {Code.PRINT_FORM}


def test_check_finds_what_print_refuses(checked: Check) -> None:
    handbook, _ = checked(_files("![A picture](a.png)"))
    problems = Problems()
    check_print(handbook, problems)
    assert {problem.line for problem in problems.blocking} == {10, 11}


def test_what_the_template_refuses_is_reported_as_a_problem(monkeypatch: pytest.MonkeyPatch, checked: Check) -> None:
    handbook, _ = checked(_files("Text"))
    monkeypatch.setattr("handbook.pdf.tree.LANGUAGE", "not a language")
    problems = Problems()
    assert _pdf(handbook, EDITION, "", problems) is None
    assert [problem.path for problem in problems] == ["docs/_data/pocket-guide.yml"]
    with pytest.raises(PrintError):
        compile_tree("guide", {}, 0)


@given(st.text(max_size=80))
@settings(max_examples=300)
def test_any_text_gives_runs_or_problems(text: str) -> None:
    problems = Problems()
    setter = Typesetter(Profile({}), Links(Guide((), ()), {}, {}, ""), problems)
    runs = setter.runs(text, Origin("docs/page.md", 3, "page.md"), Medium.PRINT)
    json.dumps(runs).encode()
    assert isinstance(words(runs), str)
    assert all((problem.path, problem.line) == ("docs/page.md", 3) for problem in problems)
