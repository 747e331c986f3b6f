"""Forms are drawn as the blueprint says, share as little as can be, and can be rebuilt from their code."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.assembly import CodeRefused, Draw, draw, fixed_questions, rebuild
from handbook.assembly.even import even_out
from handbook.assembly.plan import Plan
from handbook.assembly.split import split
from handbook.book.bank import Banked, ItemBank
from handbook.checks import check_handbook
from handbook.git.edition import Edition
from handbook.model.blocks import Quiz
from handbook.model.forms import QuizForm
from handbook.model.items import Item, TrueFalse
from handbook.source.codes import Code
from handbook.source.document import Document
from handbook.source.profile import Profile, Value
from support.commands import call_handbook
from support.folders import HEAD, write_handbook
from support.rendering import render_page

NOWHERE = Document("quizbank/items/all.yml", [], 1)
NO_PROFILE = Profile({})


def item(name: str, **keys: object) -> Item:
    data = {"stem": f"It is {name}.", "refs": ["here"], "level": "recall", **keys}
    return TrueFalse.model_validate(
        {"id": name, "type": "truefalse", "answer": "true", "why": {"true": "So.", "false": "Not so."}, **data}
    )


def bank(*items: Item, **quizzes: QuizForm) -> ItemBank:
    by_id = {item.id: Banked(item, NOWHERE, at) for at, item in enumerate(items)}
    return ItemBank(by_id, {form.id: (form, NOWHERE, 0) for form in quizzes.values()})


def many(count: int, **keys: object) -> list[Item]:
    return [item(f"item-{at:04}", **keys) for at in range(count)]


def quiz(*cells: Mapping[str, object], items: Sequence[str] = ()) -> QuizForm:
    return QuizForm.model_validate({"id": "the-quiz", "title": "Quiz", "items": list(items), "draw": list(cells)})


def shared(forms: Sequence[Iterable[object]]) -> int:
    """How many items pairs of forms share, in sum."""
    return sum(len(set(one) & set(other)) for one, other in combinations(forms, 2))


def names(result: Draw) -> list[list[str]]:
    return [[item.id for item in form.items] for form in result.forms]


def test_the_same_seed_draws_the_same_form_and_another_seed_another() -> None:
    pool, blueprint = bank(*many(60)), quiz({"count": 8})
    assert draw(pool, NO_PROFILE, blueprint, "one") == draw(pool, NO_PROFILE, blueprint, "one")
    assert names(draw(pool, NO_PROFILE, blueprint, "one")) != names(draw(pool, NO_PROFILE, blueprint, "two"))


def test_where_items_are_written_does_not_matter_to_the_draw() -> None:
    items, blueprint = many(30), quiz({"count": 5})
    there = draw(bank(*items), NO_PROFILE, blueprint, "seed")
    assert names(there) == names(draw(bank(*reversed(items)), NO_PROFILE, blueprint, "seed"))


def test_every_item_comes_up_about_as_often_over_many_seeds() -> None:
    pool, blueprint = bank(*many(20)), quiz({"count": 5})
    seen = Counter(name for seed in range(400) for name in names(draw(pool, NO_PROFILE, blueprint, str(seed)))[0])
    assert len(seen) == 20
    assert all(60 < times < 145 for times in seen.values())  # 100 expected; five deviations of 8.7 each way


def test_a_line_of_the_blueprint_draws_what_has_its_tags_type_level_and_difficulty() -> None:
    fitting = item("fits", tags=["phone", "hold"], level="judge", difficulty=2)
    others = [
        item("less-tags", tags=["phone"], level="judge", difficulty=2),
        item("other-level", tags=["phone", "hold"], level="apply", difficulty=2),
        item("other-difficulty", tags=["phone", "hold"], level="judge", difficulty=3),
        item("no-difficulty", tags=["phone", "hold"], level="judge"),
        item("retired-one", tags=["phone", "hold"], level="judge", difficulty=2, status="retired"),
    ]
    cell = {"tags": ["phone", "hold"], "type": "truefalse", "level": ["judge", "recall"], "difficulty": [1, 2]}
    assert names(draw(bank(fitting, *others), NO_PROFILE, quiz({"count": 1, **cell}), "s")) == [["fits"]]


def test_an_item_that_needs_an_empty_profile_value_is_not_drawn() -> None:
    profile = Profile({"org.name": Value("org.name", "", 1)})
    pool = bank(item("needs-it", stem="Is it {{ org.name }}?"), item("does-not"))
    assert names(draw(pool, profile, quiz({"count": 1}), "s")) == [["does-not"]]


def test_fixed_items_come_first_and_their_enemies_are_not_drawn() -> None:
    pool = bank(item("fixed", enemies=["foe"]), item("foe"), item("foe-of-foe", enemies=["foe"]), item("free"))
    result = draw(pool, NO_PROFILE, quiz({"count": 1}, items=["fixed"]), "s", 3)
    assert names(result) == [["fixed", "free"]] * 3


def test_enemies_are_never_drawn_together() -> None:
    items = [item(f"item-{at}", enemies=[f"item-{at - 1}"] if at % 3 else []) for at in range(12)]
    for seed in range(40):
        for form in names(draw(bank(*items), NO_PROFILE, quiz({"count": 4}), str(seed), 3)):
            assert len({int(name.removeprefix("item-")) // 3 for name in form}) == 4


def test_a_quiz_of_a_page_that_goes_by_tags_asks_one_of_several_enemies() -> None:
    block = Quiz.model_validate({"id": "check", "title": "Check", "tags": ["phone"], "count": 3})
    pool = bank(
        item("one", tags=["phone"], enemies=["desk"]),
        item("desk", tags=["desk"]),
        item("two", tags=["phone"], enemies=["desk"]),
        item("three", tags=["phone"]),
        item("four", tags=["phone"], enemies=["three"]),
        item("five", tags=["phone"]),
    )
    assert [item.id for item in fixed_questions(block, pool, NO_PROFILE)] == ["one", "three", "five"]


def test_forms_share_nothing_while_there_is_enough() -> None:
    result = draw(bank(*many(40)), NO_PROFILE, quiz({"count": 4}, {"count": 6}), "s", 4)
    assert shared(names(result)) == 0
    assert all(len(set(form)) == 10 for form in names(result))


def test_a_line_gives_way_to_another_that_has_less_to_choose_from() -> None:
    """One that took what it liked would leave the second form an item of the first."""
    items = [item("both-1", tags=["one", "two"]), item("both-2", tags=["one", "two"]), item("only-1", tags=["two"])]
    blueprint = quiz({"count": 1, "tags": ["two"]}, {"count": 1, "tags": ["one"]})
    for seed in range(30):
        result = draw(bank(*items, item("only-2", tags=["two"])), NO_PROFILE, blueprint, str(seed), 2)
        assert shared(names(result)) == 0


def test_what_has_to_be_shared_is_spread_over_all_forms() -> None:
    """Two lines with three items each make nine pairs, and so nine forms of which no two are the same."""
    items = [item(f"{tag}-{at}", tags=[tag]) for tag in ("one", "two") for at in range(3)]
    cells = [{"count": 1, "tags": [tag]} for tag in ("one", "two")]
    for seed in range(20):
        forms = names(draw(bank(*items), NO_PROFILE, quiz(*cells), str(seed), 9))
        assert len({frozenset(form) for form in forms}) == 9


@st.composite
def tasks(draw_: st.DrawFn) -> tuple[list[int], list[list[str]], dict[str, str], int]:
    """A small task: what each cell needs, what fits it, the group of each item, how many forms."""
    items = [f"i{at}" for at in range(draw_(st.integers(2, 5)))]
    fitting = draw_(st.lists(st.lists(st.sampled_from(items), unique=True), min_size=1, max_size=2))
    groups = {name: f"g{draw_(st.integers(0, 4))}" for name in items}
    return [draw_(st.integers(1, 2)) for _ in fitting], fitting, groups, draw_(st.integers(1, 3))


@settings(max_examples=300)
@given(tasks())
def test_no_other_way_shares_less(task: tuple[list[int], list[list[str]], dict[str, str], int]) -> None:
    """Held against every way there is, tried one by one."""
    counts, fitting, groups, forms = task
    possible = [form for form in _all_forms(counts, fitting) if len({groups[name] for name in form}) == len(form)]
    plan = Plan(counts, fitting, groups, forms)
    choice = split(plan, groups)
    even_out(choice, groups)
    assert any(plan.short) == (not possible)
    assert all(len({groups[name] for name in form}) == len(form) for form in choice)
    if possible:
        best = min(shared(each) for each in product({frozenset(form) for form in possible}, repeat=forms))
        assert shared(choice) == best
        assert all(frozenset(form) in map(frozenset, possible) for form in choice)


def _all_forms(counts: Sequence[int], fitting: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    choices = product(*(list(combinations(items, count)) for count, items in zip(counts, fitting, strict=True)))
    forms = [tuple(name for part in each for name in part) for each in choices]
    return [form for form in forms if len(set(form)) == len(form)]


def test_a_blueprint_that_asks_for_too_much_reports_the_shortage_of_each_line() -> None:
    pool = bank(*many(3, tags=["phone"]), item("foe-1", tags=["desk"], enemies=["foe-2"]), item("foe-2", tags=["desk"]))
    cells = ({"count": 5, "tags": "phone"}, {"count": 2, "tags": "desk"}, {"count": 1, "type": "short"})
    shortages = list(map(str, draw(pool, NO_PROFILE, quiz(*cells), "s").shortages))
    assert shortages == [
        'line 1 of "draw" (tags phone) asks for 5 but is 2 short: 3 questions fit',
        'line 2 of "draw" (tags desk) asks for 2 but is 1 short: 2 fit, but other lines need them, or some are enemies',
        'line 3 of "draw" (type short) asks for 1 but is 1 short: no questions fit',
    ]


@pytest.mark.parametrize(("number", "together"), [(1, 1), (1, 3), (2, 3), (3, 3)])
def test_a_form_is_rebuilt_from_its_code(number: int, together: int) -> None:
    blueprint = quiz({"count": 6})
    pool = bank(*many(15), quiz=blueprint)
    form = draw(pool, NO_PROFILE, blueprint, "may-2", together).forms[number - 1]
    assert form.code.startswith(f"the-quiz-may-2-{number}-")
    assert rebuild(form.code.upper(), pool, NO_PROFILE, Edition()) == form


def test_a_code_names_its_quiz_where_the_id_of_one_begins_that_of_another() -> None:
    one, other = (QuizForm(id=name, title="Quiz", items=["item-0001"]) for name in ("the-quiz", "the-quiz-2"))
    pool = bank(*many(2), one=one, other=other)
    for form in (*draw(pool, NO_PROFILE, one, "2-x").forms, *draw(pool, NO_PROFILE, other, "x").forms):
        assert rebuild(form.code, pool, NO_PROFILE, Edition()).code == form.code


def test_a_code_of_another_bank_is_refused_with_the_edition() -> None:
    blueprint = quiz({"count": 3})
    code = draw(bank(*many(9)), NO_PROFILE, blueprint, "s").forms[0].code
    changed = bank(*many(9, rev=2), quiz=blueprint)
    with pytest.raises(
        CodeRefused, match=r"a different question bank than the one in this edition \(2026-01-02 · abc1234\)"
    ):
        rebuild(code, changed, NO_PROFILE, Edition(date(2026, 1, 2), "abc1234"))


@pytest.mark.parametrize("code", ["", "the-quiz", "the-quiz-s-1-xyz", "other-s-1-0a1b2c", "the-quiz-s-0-0a1b2c"])
def test_what_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(CodeRefused):
        rebuild(code, bank(*many(9), quiz=quiz({"count": 3})), NO_PROFILE, Edition())


def test_ten_forms_drawn_from_2000_items_share_none() -> None:
    items = [item(f"item-{at:04}", tags=[f"tag-{at % 7}", f"half-{at % 2}"]) for at in range(2000)]
    pool, cells = bank(*items), [{"count": 5, "tags": f"tag-{at}"} for at in range(7)]
    result = draw(pool, NO_PROFILE, quiz({"count": 10, "tags": "half-1"}, *cells), "s", 10)
    assert shared(names(result)) == 0


BANK = "".join(
    f"- id: item-{at}\n  type: truefalse\n  level: recall\n  stem: It is {at}.\n  answer: true\n"
    f"  why:\n    true: So.\n    false: Not so.\n  refs: [page.md]\n  tags: [phone]\n"
    for at in range(6)
)
FILES = {
    "docs/page.md": HEAD + "``` quiz\nid: page-quiz\ntitle: Quiz\nquiz: drawn-quiz\n```\n",
    "quizbank/items/all.yml": BANK,
    "quizbank/quizzes.yml": """
- id: drawn-quiz
  title: Draw
  items: [item-5]
  draw:
    - count: 2
      tags: [phone]
""",
}


def test_the_command_draws_and_rebuilds(tmp_path: Path) -> None:
    root = write_handbook(tmp_path, FILES)
    result = call_handbook(root, "draw", "drawn-quiz", "--seed", "May-2", "--forms", "2", "--json")
    data = json.loads(result.stdout)
    assert [len(form["items"]) for form in data["forms"]] == [3, 3]
    assert {form["items"][0]["id"] for form in data["forms"]} == {"item-5"}
    again = call_handbook(root, "draw", "--code", data["forms"][1]["code"])
    assert again.stdout.startswith(data["forms"][1]["code"])
    assert [line.split()[1] for line in again.stdout.splitlines() if "(truefalse" in line] == [
        item["id"] for item in data["forms"][1]["items"]
    ]
    assert "       True" in again.stdout.splitlines()


def test_the_command_says_what_is_short_and_the_check_gives_a_notice(tmp_path: Path) -> None:
    root = write_handbook(tmp_path, {**FILES, "quizbank/quizzes.yml": FILES["quizbank/quizzes.yml"].replace("2", "9")})
    result = call_handbook(root, "draw", "drawn-quiz")
    assert (result.returncode, result.stdout) == (1, "")
    assert 'line 1 of "draw" (tags phone) asks for 9 but is 4 short: 5 questions fit' in result.stderr
    checked = call_handbook(root, "check")
    assert checked.returncode == 0
    assert 'quizbank/quizzes.yml:6: notice: "drawn-quiz" can\'t be drawn: line 1' in checked.stdout


def test_a_page_asks_the_first_form_of_the_seed_that_is_the_quiz_id(tmp_path: Path) -> None:
    handbook, problems = check_handbook(write_handbook(tmp_path, FILES))
    page = render_page(handbook, problems, "page.md")
    form = draw(handbook.bank, handbook.profile, handbook.bank.quizzes["drawn-quiz"][0], "drawn-quiz").forms[0]
    assert re.findall('data-item="([^"]+)"', page) == [item.id for item in form.items]


QUIZ = "- id: the-quiz\n  title: Quiz\n"


def problems_in_quizzes(root: Path) -> list[str]:
    """What the check says of quizzes.yml, item writing aside."""
    problems = [problem for problem in check_handbook(root)[1] if problem.path == "quizbank/quizzes.yml"]
    return [f"{problem.line}: {problem.message}" for problem in problems if problem.code is not Code.Q22]


@pytest.mark.parametrize(
    ("quiz_text", "message"),
    [
        (QUIZ, "1: this quiz has no questions"),
        (QUIZ + "  draw:\n    - count: 0\n", "4: count: the number is too small"),
        (
            QUIZ + "  draw:\n    - count: 1\n      type: singel\n",
            '5: type: "singel" is not a valid value here',
        ),
        (QUIZ + "  draw:\n    - count: 1\n      tag: phone\n", '5: "tag" is not a valid key here'),
    ],
)
def test_a_wrong_blueprint_is_reported_with_its_line(tmp_path: Path, quiz_text: str, message: str) -> None:
    root = write_handbook(tmp_path, {"quizbank/items/all.yml": BANK, "quizbank/quizzes.yml": quiz_text})
    assert problems_in_quizzes(root) == [message]


def test_a_list_that_asks_two_enemies_gets_a_notice(tmp_path: Path) -> None:
    bank = BANK.replace("- id: item-3\n", "- id: item-3\n  enemies: [item-1]\n")
    quizzes = QUIZ + "  items: [item-1, item-2, item-3]\n"
    root = write_handbook(tmp_path, {"quizbank/items/all.yml": bank, "quizbank/quizzes.yml": quizzes})
    assert problems_in_quizzes(root) == [
        '3: "item-3" and "item-1" are enemies: one repeats the other or gives its answer away'
    ]


def test_enemies_count_as_one_question_where_a_page_asks_by_tags(tmp_path: Path) -> None:
    bank = BANK.replace("- id: item-3\n", "- id: item-3\n  enemies: [item-1]\n")
    count = BANK.count("tags: [phone]")
    page = HEAD + f"``` quiz\nid: check\ntitle: Check\ntags: [phone]\ncount: {count}\n```\n"
    root = write_handbook(tmp_path, {"quizbank/items/all.yml": bank, "docs/page.md": page})
    problems = [problem for problem in check_handbook(root)[1] if problem.code is Code.QUIZ_SHORT]
    assert [problem.message for problem in problems] == [
        f"{count} questions with these tags are needed, and there are {count - 1}"
    ]
