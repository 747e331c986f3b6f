"""QTI 2.1: every item run by pyslet with answers given, and the package read by it and held to rules of ours.

No registry has the schema (XSD): a grammar of ours holds what it asks of the elements that we use.
"""

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from handbook.export import Assessment
from handbook.export.assessment import REASONS_BELOW, STORY
from handbook.export.qti.build import QTI
from handbook.export.qti.items import BLANKS, CANVAS_ACCEPTED, CANVAS_HALF, CANVAS_REASONS, OWN_RULES
from handbook.model.items import Classify, Item, Match, Multiple, Order, Short, Single, TrueFalse
from support.exported_tests import any_item, export_of, hard_paper, items_of, losses_of, paper_of, small_paper
from support.folders import PROJECT

GRAMMAR = PROJECT / "tests" / "support" / "consumers" / "qti21.rng"
"""What the official schema asks of the elements that we use, as a grammar of ours: no registry has that schema."""
CP = "{http://www.imsglobal.org/xsd/imscp_v1p1}"


@pytest.fixture(autouse=True)
def old_names() -> Iterator[None]:
    """pyslet warns of its own old names."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def package(paper: Assessment) -> dict[str, bytes]:
    """The files of the package."""
    with ZipFile(BytesIO(export_of("qti21", paper).content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


class Run:
    """One item in pyslet."""

    def __init__(self, paper: Assessment, name: str) -> None:
        from pyslet.qtiv2.xml import QTIDocument  # noqa: PLC0415 (its own warnings are only ignored within a test)

        document, content = QTIDocument(), package(paper)[f"items/{name}.xml"]
        self.cased = b'caseSensitive="false"' not in content
        document.read(src=BytesIO(for_pyslet(content)))
        self.item = document.root

    def answer(self, response: Any) -> tuple[float, Any]:
        """Give an answer (None: leave it). Gives the score and what names the text that is shown then."""
        from pyslet.qtiv2.variables import ItemSessionState  # noqa: PLC0415

        session = ItemSessionState(self.item)
        session.begin_session()
        if response is not None:
            session.map["RESPONSE"].set_value(response if self.cased else response.lower())
        session.end_attempt()
        return session.map["SCORE"].value, session.map["EXPLANATION"].value

    @property
    def right(self) -> Any:
        """The answer that the item declares to be right."""
        value = self.item.ResponseDeclaration[0].get_correct_value().value  # in lower case where that does not matter
        return [one for one, count in value.items() for _ in range(count)] if isinstance(value, dict) else value

    @property
    def visible(self) -> dict[str, str]:
        """The texts of feedback by what names them."""
        return {each.identifier: str(each) for each in self.item.QTIModalFeedback}


TEMPLATES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/"
SET = '<setOutcomeValue identifier="SCORE">{}</setOutcomeValue>'
ZERO, ONE = (SET.format(f'<baseValue baseType="float">{points}</baseValue>') for points in "01")
GIVEN = '<variable identifier="RESPONSE"/>'
RULES = {
    "match_correct": (f'<match>{GIVEN}<correct identifier="RESPONSE"/></match>', ONE, ZERO),
    "map_response": (f"<isNull>{GIVEN}</isNull>", ZERO, SET.format('<mapResponse identifier="RESPONSE"/>')),
}
"""What the templates of the standard say (QTI 2.1 Information Model, 8.2): a test, what then, and what else."""


def for_pyslet(content: bytes) -> bytes:
    """An item in terms that pyslet knows: the rules of its template, typed answers without regard to case as lower."""
    tree = etree.fromstring(content)
    processing = tree.find(f"{{{QTI}}}responseProcessing")
    if processing is not None and processing.get("template"):
        holds, then, otherwise = RULES[str(processing.attrib.pop("template")).removeprefix(TEMPLATES)]
        both = f"<responseIf>{holds}{then}</responseIf><responseElse>{otherwise}</responseElse>"
        processing.append(etree.fromstring(f'<responseCondition xmlns="{QTI}">{both}</responseCondition>'))
    for entry in tree.iter(f"{{{QTI}}}mapEntry"):
        if entry.attrib.pop("caseSensitive", "true") == "false":
            entry.set("mapKey", entry.get("mapKey", "").lower())
    return bytes(etree.tostring(tree))


def template(paper: Assessment, name: str) -> str | None:
    """The template that scores an item; None where it has rules of its own."""
    processing = etree.fromstring(package(paper)[f"items/{name}.xml"]).find(f"{{{QTI}}}responseProcessing")
    assert processing is not None
    assert bool(processing.get("template")) != bool(len(processing))
    return (processing.get("template") or "").removeprefix(TEMPLATES) or None


def item(name: str) -> Item:
    """An item of the small site."""
    return next(each for each in small_paper().items if each.id == name)


def test_a_choice_gives_one_point_and_all_reasons_after_any_answer() -> None:
    single = item("q-single")
    assert isinstance(single, Single)
    right, *wrong = (f"o-{option.ident}" for option in single.options)
    run = Run(small_paper(), "q-single")
    assert run.answer(right) == (1, "shown")
    for each in wrong:
        assert run.answer(each) == (0, "shown")
    assert run.answer(None) == (0, "shown")
    assert "The limit holds for every child." in run.visible["shown"]
    assert "The table says how many." in run.visible["shown"]


def test_several_choices_count_as_on_the_site() -> None:
    several = item("q-multiple")
    assert isinstance(several, Multiple)
    one, two, wrong = (f"o-{option.ident}" for option in several.options)
    run = Run(small_paper(), "q-multiple")
    assert run.answer([one, two])[0] == 1
    assert run.answer([one])[0] == pytest.approx(0.5)
    assert run.answer([one, wrong])[0] == pytest.approx(0)
    assert run.answer([wrong])[0] == 0
    assert run.answer([one, two, wrong])[0] == pytest.approx(0.5)


def test_all_or_nothing_is_kept() -> None:
    run = Run(hard_paper(), "h-multiple")
    assert run.answer(run.right)[0] == 1
    assert run.answer(run.right[:-1])[0] == 0


def test_true_or_false_tells_why() -> None:
    run = Run(small_paper(), "q-truefalse")
    assert run.answer("o-true") == (1, "shown")
    assert run.answer("o-false") == (0, "shown")
    assert "Look at the slip." in run.visible["shown"]


def test_an_order_is_right_as_a_whole() -> None:
    order = item("q-order")
    assert isinstance(order, Order)
    steps = [f"s-{step.ident}" for step in order.steps]
    run = Run(small_paper(), "q-order")
    assert run.answer(steps)[0] == 1
    assert run.answer(steps[::-1])[0] == 0
    assert "It books the loan." in run.visible["shown"]


def test_steps_that_may_swap_are_right_both_ways() -> None:
    run = Run(hard_paper(), "h-order")
    first, this, that, last = run.right
    assert run.answer([first, this, that, last])[0] == 1
    assert run.answer([first, that, this, last])[0] == 1
    assert run.answer([this, first, that, last])[0] == 0


@pytest.mark.parametrize("name", ["q-match", "q-classify"])
def test_pairs_count_by_parts(name: str) -> None:
    run = Run(small_paper(), name)
    right = run.right
    assert run.answer(right) == (1, "shown")
    (first, to), (second, other) = right
    assert run.answer([(first, to), (second, to)])[0] == pytest.approx(0.5)
    assert run.answer([(first, other), (second, to)])[0] == 0


def test_a_typed_answer_is_right_in_any_case_and_a_near_one_is_told() -> None:
    run = Run(small_paper(), "q-short")
    assert run.answer("FIVE")[0] == 1
    assert run.answer("5")[0] == 1
    assert run.answer("10") == (0, "shown")
    assert run.answer("six")[0] == 0
    assert "That is for adults." in run.visible["shown"]


def test_a_number_is_right_within_its_tolerance() -> None:
    run = Run(hard_paper(), "h-numbers")
    assert [run.answer(number)[0] for number in (20.0, 18.5, 21.5, 21.6, -0.5, 0.5)] == [1, 1, 1, 0, 1, 0]
    assert run.answer(200.0)[0] == 0
    assert "Ten times that." in run.visible["shown"]


def test_one_number_is_right_exactly() -> None:
    text = "- id: n-one\n  type: short\n  level: recall\n  stem: How long?\n  explain: Twenty.\n  refs: [index.md]\n"
    paper = paper_of(items_of(text + "  accept:\n    - number: 20\n    - number: 0.5\n"))
    assert [Run(paper, "n-one").answer(number)[0] for number in (20.0, 0.5, 20.5)] == [1, 1, 0]
    assert template(paper, "n-one") == "map_response"


def test_standard_templates_score_wherever_one_can() -> None:
    by_parts = {"q-multiple", "q-match", "q-classify", "q-short"}
    for each in small_paper().items:
        if each.scored and each.id != "q-empty":
            wanted = "map_response" if each.id in by_parts else "match_correct"
            assert template(small_paper(), each.id) == wanted, each.id
    names = ("h-multiple", "h-order", "h-match", "h-numbers", "h-words")
    assert {name for name in names if not template(hard_paper(), name)} == {"h-order", "h-numbers"}
    for name in ("h-order", "h-numbers"):
        assert OWN_RULES[0] in losses_of("qti21", hard_paper())[name]


def test_parts_of_a_point_sum_up_to_one_and_never_to_more() -> None:
    for count in range(2, 8):
        options = "".join(f"    - text: T{at}\n      right: true\n      why: Yes.\n" for at in range(count))
        text = "- id: m-any\n  type: multiple\n  level: recall\n  stem: Which?\n  refs: [index.md]\n  options:\n"
        paper = paper_of(items_of(f"{text}{options}    - text: No\n      why: No.\n"))
        run = Run(paper, "m-any")
        assert run.answer(run.right)[0] == 1
        assert run.answer(run.right[1:])[0] == pytest.approx(1 - 1 / count)


def test_any_number_of_pairs_sums_up_to_one() -> None:
    for count in range(2, 11):
        cards = "".join(f"    - text: T{at}\n      in: {'AB'[at % 2]}\n      why: So.\n" for at in range(count))
        text = "- id: c-any\n  type: classify\n  level: recall\n  stem: Which?\n  refs: [index.md]\n"
        run = Run(paper_of(items_of(f"{text}  categories: [A, B]\n  cards:\n{cards}")), "c-any")
        assert run.answer(run.right)[0] == 1
        assert run.answer(run.right[1:])[0] == pytest.approx(1 - 1 / count)


def test_a_stem_with_a_link_stands_before_its_question() -> None:
    tree = etree.fromstring(package(hard_paper())["items/h-single.xml"])
    body = tree.find(f"{{{QTI}}}itemBody")
    assert body is not None
    assert [etree.QName(each).localname for each in body] == ["p", "choiceInteraction"]
    assert body[0].find(f"{{{QTI}}}a") is not None
    assert body.find(f".//{{{QTI}}}prompt") is None


def test_what_platforms_leave_out_is_named() -> None:
    lost = {name: set(losses_of("qti21", small_paper())[name]) for name in ("q-single", "q-short", "q-scenario")}
    assert lost["q-single"] == {CANVAS_REASONS[0], REASONS_BELOW[0]}
    assert {CANVAS_ACCEPTED[0], BLANKS[0], CANVAS_REASONS[0]} <= lost["q-short"]
    assert STORY[0] in lost["q-scenario"]
    assert CANVAS_HALF[0] not in lost["q-scenario"]
    rated = items_of(STORY_TEXT)
    assert CANVAS_HALF[0] in losses_of("qti21", paper_of(rated))["s-rated"]


STORY_TEXT = """
- id: s-rated
  type: scenario
  level: judge
  stem: A line.
  refs: [index.md]
  start: one
  nodes:
    one:
      text: What now?
      choices:
        - text: This
          rating: 3
          why: Best.
          go: end
        - text: That
          rating: 1
          why: Not bad.
          go: end
  endings:
    end:
      verdict: good
      text: Over.
"""


def test_the_first_choice_of_a_story_is_asked() -> None:
    run = Run(small_paper(), "q-scenario")
    assert run.answer(run.right)[0] == 1


def test_a_reflection_has_no_score() -> None:
    tree = etree.fromstring(package(small_paper())["items/q-reflect.xml"])
    assert not tree.xpath("//*[@identifier='SCORE' or @identifier='MAXSCORE']")
    assert "Keep it up." in Run(small_paper(), "q-reflect").visible["shown"]


@given(items=st.lists(any_item, min_size=1, max_size=3))
@settings(max_examples=25)
def test_whatever_is_typed_the_right_answer_gives_one_point(items: list[Item]) -> None:
    paper = paper_of(each.model_copy(update={"id": f"item-{at}"}) for at, each in enumerate(items))
    for each in paper.items:
        run = Run(paper, each.id)
        assert run.answer(run.right)[0] == 1
        assert run.answer(None)[0] == 0
        if isinstance(each, Single | TrueFalse | Match | Classify | Short):
            assert run.answer(_wrong(each))[0] == 0


def _wrong(each: Item) -> Any:
    if isinstance(each, Single):
        return f"o-{each.options[-1].ident}"
    if isinstance(each, TrueFalse):
        return f"o-{str(not each.answer).lower()}"
    return "quite another answer" if isinstance(each, Short) else [("l-none", "r-none")]


def test_the_manifest_lists_every_file_once_and_each_is_there() -> None:
    files = package(small_paper())
    manifest = etree.fromstring(files.pop("imsmanifest.xml"))
    resources = {each.get("href", ""): each for each in manifest.iter(f"{CP}resource")}
    assert set(resources) == set(files)
    assert {each.get("href") for each in manifest.iter(f"{CP}file")} == set(files)
    kinds = {name: each.get("type") for name, each in resources.items()}
    assert kinds.pop("test.xml") == "imsqti_test_xmlv2p1"
    assert set(kinds.values()) == {"imsqti_item_xmlv2p1"}
    needed = {each.get("identifierref") for each in manifest.iter(f"{CP}dependency")}
    assert needed == {f"item-{name.removeprefix('items/').removesuffix('.xml')}" for name in kinds}


def test_pyslet_reads_the_manifest_and_the_test() -> None:
    from pyslet.imscpv1p2 import ManifestDocument  # noqa: PLC0415
    from pyslet.qtiv2.xml import QTIDocument  # noqa: PLC0415

    files = package(small_paper())
    manifest = ManifestDocument()
    manifest.read(src=BytesIO(files["imsmanifest.xml"]))
    assert len(manifest.root.Resources.Resource) == 10
    test = QTIDocument()
    test.read(src=BytesIO(files["test.xml"]))
    assert (type(test.root).__name__, test.root.identifier) == ("AssessmentTest", "all-kinds")


def test_the_test_asks_the_items_in_order_and_weighs_them() -> None:
    test = etree.fromstring(package(hard_paper())["test.xml"])
    refs = list(test.iter(f"{{{QTI}}}assessmentItemRef"))
    assert [ref.get("identifier") for ref in refs] == [
        "h-single",
        "h-multiple",
        "h-order",
        "h-match",
        "h-numbers",
        "h-words",
        "h-reflect",
    ]
    weights = [ref.findtext(f"{{{QTI}}}weight") is not None and ref[0].get("value") for ref in refs]
    assert weights == ["3", "1", "1", "1", "1", "1", False]


def test_every_document_is_built_as_the_official_schema_asks() -> None:
    grammar = etree.RelaxNG(etree.parse(str(GRAMMAR)))
    for paper in (small_paper(), hard_paper()):
        for name, content in package(paper).items():
            if name != "imsmanifest.xml":
                grammar.assertValid(etree.fromstring(content))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'cardinality="single"', b'cardinality="one"'),
        (b"<prompt>", b"<prompt><a href='x.html'>See</a>"),
        (b'<responseProcessing template="', b'<responseProcessing scoring="'),
        (b"simpleChoice", b"option"),
        (b' maxChoices="1"', b""),
        (b'identifier="EXPLANATION"', b'identifier="1st"'),
        (b"<modalFeedback", b"<itemBody/><modalFeedback"),
    ],
)
def test_the_grammar_refuses_what_the_official_schema_would(old: bytes, new: bytes) -> None:
    content = package(small_paper())["items/q-single.xml"]
    assert old in content
    grammar = etree.RelaxNG(etree.parse(str(GRAMMAR)))
    assert not grammar.validate(etree.fromstring(content.replace(old, new)))


def test_items_hold_together() -> None:
    for paper in (small_paper(), hard_paper()):
        for name, content in package(paper).items():
            if name.startswith("items/"):
                check_item(etree.fromstring(content), name)


def check_item(tree: etree._Element, name: str) -> None:
    """Every identifier is declared and unique; responses and mappings fit."""
    assert f"items/{tree.get('identifier')}.xml" == name
    declared = [each.get("identifier") for each in tree if etree.QName(each).localname.endswith("Declaration")]
    assert len(declared) == len(set(declared))
    body = tree.find(f"{{{QTI}}}itemBody")
    assert body is not None
    offered = [str(each.get("identifier")) for each in body.iter() if each.get("identifier")]
    assert len(offered) == len(set(offered))
    interactions = [each for each in body.iter() if str(each.tag).endswith("Interaction")]
    assert [each.get("responseIdentifier") for each in interactions] == ["RESPONSE"]
    assert {each.get("identifier") for each in tree.iter(f"{{{QTI}}}variable")} <= set(declared)
    assert {each.get("outcomeIdentifier") for each in tree.iter(f"{{{QTI}}}modalFeedback")} <= set(declared)
    if interactions[0].tag == f"{{{QTI}}}choiceInteraction":
        keys = {each.get("mapKey") for each in tree.iter(f"{{{QTI}}}mapEntry")}
        assert keys <= set(offered)
