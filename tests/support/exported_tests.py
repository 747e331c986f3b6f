"""Papers to export: the small site's questions, some with every hard text, and any that hypothesis thinks of."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st

from handbook.checks import check_handbook
from handbook.export import Assessment, Export, ItemTexts, export, load_format
from handbook.git.edition import Edition
from handbook.intake.passage import one_line_markdown
from handbook.model.guide import Guide
from handbook.model.items import ITEMS, Item
from handbook.model.schema import parse
from handbook.model.spelling import plain
from handbook.source.document import read_document
from handbook.source.problems import Problems
from handbook.source.profile import Profile, Value
from support.folders import PROJECT, SMALL_SITE

SITE = "https://handbook.example/"
EDITION = Edition(date(2026, 5, 1), "0123abc")
PROFILE = Profile({"org.name": Value("org.name", "The *Office* & Co", 1), "org.motto": Value("org.motto", "", 2)})

HARD = r"""
- id: h-single
  type: single
  level: apply
  difficulty: 2
  points: 3
  stem: Is 50 % *of* {1, 2} ~ half = `a -> b`? See [the page](desk/lend.md#late-books) & C:\\new #1.
  options:
    - text: "%50% of them, **at {{ org.name }}**"
      right: true
      why: "It is so: 1 < 2 & 3 > 2."
    - text: "[html] is no mark here"
      why: "= and ~ and # and { and } and : are texts. \\n is no new line."
    - text: "=1+1 -> 2"
      key: third
      why: "'quoted', \"twice\", and a comma"
  hints: [Read it *again*.]
  tags: [hard, second-tag]
  explain: A [link out](https://out.example/?a=1&b=2), and an end.
  refs: [index.md]

- id: h-multiple
  type: multiple
  level: recall
  stem: Which are primes?
  score: all-or-nothing
  options:
    - text: "2"
      right: true
      why: Two.
    - text: "3"
      right: true
      why: Three.
    - text: "5"
      right: true
      why: Five.
    - text: "6"
      why: Twice three.
  refs: [index.md]

- id: h-order
  type: order
  level: apply
  stem: In order, please.
  steps:
    - text: First -> of all
      why: It opens.
    - text: This
      why: It may swap.
    - text: That
      why: It may swap too.
    - text: Last.
      why: It closes.
  equal:
    - [This, That]
  score: exact
  refs: [index.md]

- id: h-match
  type: match
  level: judge
  stem: Where to?
  left:
    - text: A = b
      to: North
      why: Up.
    - text: C -> d
      to: North
      why: Up too.
  right: [North, South]
  refs: [index.md]

- id: h-numbers
  type: short
  level: recall
  stem: How long?
  explain: Twenty, or so.
  accept:
    - number: 20
      tol: 1.5
      unit: seconds
    - number: -0.5
  near:
    - text: 200
      why: Ten times that.
    - text: ages
      why: Be exact.
  refs: [index.md]

- id: h-words
  type: short
  level: recall
  stem: What star?
  explain: The asterisk.
  accept:
    - text: "* (asterisk)"
    - regex: aster.*
    - number: 8
      tol: 1
      unit: points
  near:
    - text: star*
      why: "Nearly: say its name."
  refs: [index.md]

- id: h-pattern
  type: short
  level: recall
  stem: Any word with an a?
  explain: There are many.
  accept:
    - regex: .*a.*
  refs: [index.md]

- id: h-motto
  type: truefalse
  level: recall
  stem: "Our motto is {{ org.motto }}."
  answer: true
  why:
    true: Yes.
    false: No.
  refs: [index.md]

- id: h-reflect
  type: reflect
  level: judge
  stem: How do you see it?
  scale: text
  prompts: [What went well?, What would you change?]
"""


OF_THE_BANK = """
- id: b-spellings
  type: short
  level: recall
  stem: Which field hides the others?
  explain: The hidden one.
  accept: [BCC field, the BCC field, in BCC]
  refs: [index.md]

- id: b-single
  type: single
  level: recall
  stem: Which one?
  options:
    - text: This
      key: first
      right: true
      why: It is.
    - text: That
      why: It isn't.
    - text: Neither
      why: One is.
  rev: 3
  enemies: [b-spellings]
  waive:
    - rule: Q11
      why: It is meant so.
  refs: [index.md]
"""


def items_of(text: str) -> tuple[Item, ...]:
    """The items that a piece of the bank holds."""
    problems = Problems()
    document = read_document("bank.yml", text, problems)
    assert document, list(problems)
    assert isinstance(document.data, list)
    kinds = [entry["type"] for entry in document.data if isinstance(entry, dict)]
    items = [parse(ITEMS[str(kind)], document, problems, (at,)) for at, kind in enumerate(kinds)]
    assert not problems.blocking, list(problems)
    return tuple(item for item in items if item)


def paper_of(items: Iterable[Item], edition: Edition = EDITION, code: str | None = None) -> Assessment:
    """A paper of these items, of a handbook with the small site's pages."""
    texts = ItemTexts(PROFILE, small_paper().texts.guide, SITE)
    return Assessment("some-test", "A/B test", tuple(items), edition, texts, code, root=PROJECT)


def hard_paper() -> Assessment:
    """A paper of the questions with every hard text."""
    return paper_of(items_of(HARD))


def bank_paper() -> Assessment:
    """A paper of questions with what only the bank knows."""
    return paper_of(items_of(OF_THE_BANK))


@cache
def small_paper() -> Assessment:
    """The quiz of the small site that has every type, and one question that needs an empty value."""
    handbook, _ = check_handbook(SMALL_SITE)
    form = handbook.bank.quizzes["all-kinds"][0]
    items = tuple(handbook.bank.items[name].item for name in form.items)
    return Assessment(
        form.id, form.title, items, EDITION, ItemTexts(handbook.profile, handbook.guide, SITE), root=PROJECT
    )


def large_paper(count: int) -> Assessment:
    """Questions of all types, again and again; none needs a value."""
    kinds = [item for item in (*small_paper().items, *hard_paper().items) if item.id not in ("q-empty", "h-motto")]
    items = (kinds[at % len(kinds)].model_copy(update={"id": f"item-{at}"}) for at in range(count))
    return paper_of(items)


def export_of(name: str, assessment: Assessment) -> Export:
    """The paper in a format."""
    return export(assessment, load_format(name))


def losses_of(name: str, assessment: Assessment) -> dict[str, list[str]]:
    """What a format cannot hold of each item."""
    losses: dict[str, list[str]] = {}
    for loss in export_of(name, assessment).losses:
        losses.setdefault(loss.item, []).append(loss.what)
    return losses


def as_data(item: Item, assessment: Assessment | None = None) -> Any:
    """What an item says, in plain words: two items that say the same are the same question."""
    tree = json.loads(export_of("json", replace(assessment or paper_of([]), items=(item,))).content)["items"][0]
    names: dict[str, str] = {}
    _collect(tree, names)
    tree_data = {key: value for key, value in _with_names(tree, names).items() if key != "refs"}
    for unordered in {"right", "categories"} & set(tree_data):
        tree_data[unordered].sort(key=str)
    return tree_data


def _collect(node: Any, names: dict[str, str]) -> None:
    if isinstance(node, dict):
        if "key" in node:
            names[node["key"]] = node["text"]
        for value in node.values():
            _collect(value, names)
    elif isinstance(node, list):
        for value in node:
            _collect(value, names)


def _with_names(node: Any, names: dict[str, str]) -> Any:
    if isinstance(node, dict):
        return {key: _with_names(value, names) for key, value in node.items() if key != "key"}
    if isinstance(node, list):
        return [_with_names(value, names) for value in node]
    return names.get(node, node) if isinstance(node, str) else node


words = (
    st.text(st.sampled_from("ab Zé—→*_`[](){}<>&\\~=#:%'\"|,;!?.-+@0159\u00a0"), min_size=1, max_size=24)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: text and "{{" not in text)
    .map(one_line_markdown)
)
"""Any text of one line, as Markdown that says just that."""


def _entries(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    entry = st.fixed_dictionaries({"text": words, "why": words, **fields})
    return st.lists(entry, min_size=3, max_size=5, unique_by=lambda entry: _same(entry["text"]))


def _same(text: str) -> str:
    return ItemTexts(Profile({}), Guide((), ()), "").plain(text)


def _head(kind: str) -> dict[str, st.SearchStrategy[Any]]:
    return {
        "id": st.just(f"a-{kind}"),
        "type": st.just(kind),
        "level": st.sampled_from(["recall", "apply", "judge"]),
        "stem": words,
        "refs": st.just(["index.md"]),
        "tags": st.lists(st.sampled_from(["tag-a", "tag-b"]), unique=True),
    }


def _item(kind: str, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({**_head(kind), **fields}, optional={"explain": words} if kind != "short" else {})


@st.composite
def _options(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    item = draw(_item(kind, options=_entries()))
    right = 1 if kind == "single" else draw(st.integers(1, len(item["options"]) - 1))
    for at, option in enumerate(item["options"]):
        option["right"] = at < right
    return item


@st.composite
def _pairs(draw: st.DrawFn, kind: str, entries: str, targets: str, to: str) -> dict[str, Any]:
    target_texts = draw(st.lists(words, min_size=2, max_size=4, unique_by=_same))
    return draw(
        _item(kind, **{targets: st.just(target_texts), entries: _entries(**{to: st.sampled_from(target_texts)})})
    )


@st.composite
def _order(draw: st.DrawFn) -> dict[str, Any]:
    item = draw(_item("order", steps=_entries()))
    if draw(st.booleans()):
        item["equal"] = [[step["text"] for step in item["steps"][:2]]]
    return item


_typed = st.text("abcXYZ é*=~#:{}\\'", min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)
_short = _item(
    "short",
    accept=st.lists(
        _typed.map(lambda text: {"text": f"a {text}"}), min_size=1, max_size=3, unique_by=lambda one: plain(one["text"])
    ),
    near=st.lists(st.fixed_dictionaries({"text": _typed.map("b {}".format), "why": words}), max_size=2),
    explain=words,
)
_truth = _item("truefalse", answer=st.booleans(), why=st.fixed_dictionaries({"true": words, "false": words}))

any_item: st.SearchStrategy[Item] = st.one_of(
    _options("single"),
    _options("multiple"),
    _truth,
    _order(),
    _pairs("match", "left", "right", "to"),
    _pairs("classify", "cards", "categories", "in"),
    _short,
).map(lambda data: ITEMS[data["type"]].model_validate(data))
"""Any item of a type that a spreadsheet and GIFT can hold."""
