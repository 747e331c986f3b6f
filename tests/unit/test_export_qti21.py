"""QTI 2.1: every item run by pyslet with answers given, and the package read by it and held to rules of ours.

No registry has the schema (XSD), so that the order of elements is checked here against the information model.
"""

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from handbook.export import Assessment
from handbook.export.qti.build import QTI
from handbook.model.items import Classify, Item, Match, Multiple, Order, Short, Single, TrueFalse
from support.exported_tests import any_item, export_of, hard_paper, losses_of, paper_of, small_paper

ITEM_PARTS = ["responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback"]
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

        document = QTIDocument()
        document.read(src=BytesIO(package(paper)[f"items/{name}.xml"]))
        self.item = document.root

    def answer(self, response: Any) -> tuple[float, Any, Any]:
        """Give an answer (None: leave it). Gives the score and what the two outcomes of feedback name."""
        from pyslet.qtiv2.variables import ItemSessionState  # noqa: PLC0415

        session = ItemSessionState(self.item)
        session.begin_session()
        if response is not None:
            session.map["RESPONSE"].set_value(response)
        session.end_attempt()
        feedback = session.map["FEEDBACK"].value if "FEEDBACK" in session.map else None
        texts = sorted(feedback) if isinstance(feedback, dict) else feedback
        return session.map["SCORE"].value, texts, session.map["EXPLANATION"].value

    @property
    def right(self) -> Any:
        """The answer that the item declares to be right."""
        value = self.item.ResponseDeclaration[0].get_correct_value().value
        return [one for one, count in value.items() for _ in range(count)] if isinstance(value, dict) else value

    @property
    def visible(self) -> dict[str, str]:
        """The texts of feedback by what names them."""
        return {each.identifier: str(each) for each in self.item.QTIModalFeedback}


def item(name: str) -> Item:
    """An item of the small site."""
    return next(each for each in small_paper().items if each.id == name)


def test_a_choice_gives_one_point_and_the_reason_of_what_was_chosen() -> None:
    single = item("q-single")
    assert isinstance(single, Single)
    right, *wrong = (f"o-{option.ident}" for option in single.options)
    run = Run(small_paper(), "q-single")
    assert run.answer(right) == (1, right, "shown")
    for each in wrong:
        assert run.answer(each) == (0, each, "shown")
    assert run.answer(None) == (0, None, "shown")
    assert "The limit holds for every child." in run.visible[wrong[0]]
    assert "The table says how many." in run.visible["shown"]


def test_several_choices_count_as_on_the_site() -> None:
    several = item("q-multiple")
    assert isinstance(several, Multiple)
    one, two, wrong = (f"o-{option.ident}" for option in several.options)
    run = Run(small_paper(), "q-multiple")
    assert run.answer([one, two])[:2] == (1, sorted([one, two]))
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
    assert run.answer("o-true") == (1, "o-true", "shown")
    assert run.answer("o-false") == (0, "o-false", "shown")


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
def test_pairs_count_by_parts_and_the_missed_ones_get_feedback(name: str) -> None:
    run = Run(small_paper(), name)
    right = run.right
    assert run.answer(right) == (1, None, "shown")
    (first, to), (second, other) = right
    half, texts, _ = run.answer([(first, to), (second, to)])
    assert (round(half, 6), texts) == (0.5, [second])
    assert run.answer([(first, other), (second, to)])[:2] == (0, sorted([first, second]))


def test_a_typed_answer_is_right_in_any_case_and_a_near_one_gets_feedback() -> None:
    run = Run(small_paper(), "q-short")
    assert run.answer("FIVE")[0] == 1
    assert run.answer("5")[0] == 1
    assert run.answer("10")[:2] == (0, "n-1")
    assert run.answer("six")[:2] == (0, None)
    assert "That is for adults." in run.visible["n-1"]


def test_a_number_is_right_within_its_tolerance() -> None:
    run = Run(hard_paper(), "h-numbers")
    assert [run.answer(number)[0] for number in (20.0, 18.5, 21.5, 21.6, -0.5, 0.5)] == [1, 1, 1, 0, 1, 0]
    assert run.answer(200.0)[1] == "n-1"


def test_the_first_choice_of_a_story_is_asked() -> None:
    run = Run(small_paper(), "q-scenario")
    assert run.answer(run.right)[0] == 1
    assert losses_of("qti21", small_paper())["q-scenario"] == ["the story beyond its first choice"]


def test_a_reflection_has_no_score() -> None:
    tree = etree.fromstring(package(small_paper())["items/q-reflect.xml"])
    assert not tree.xpath("//*[@identifier='SCORE' or @identifier='MAXSCORE']")
    assert "Keep it up." in Run(small_paper(), "q-reflect").visible["shown"]


@given(items=st.lists(any_item, min_size=1, max_size=3))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
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


def test_items_are_built_as_the_information_model_says() -> None:
    for paper in (small_paper(), hard_paper()):
        for name, content in package(paper).items():
            if name.startswith("items/"):
                check_item(etree.fromstring(content), name)


def check_item(tree: etree._Element, name: str) -> None:
    """The order of the parts; every identifier is declared, unique and a name of XML; responses and mappings fit."""
    parts = [etree.QName(child).localname for child in tree]
    assert parts == sorted(parts, key=ITEM_PARTS.index)
    assert f"items/{tree.get('identifier')}.xml" == name
    declared = [each.get("identifier") for each in tree if etree.QName(each).localname.endswith("Declaration")]
    assert len(declared) == len(set(declared))
    body = tree.find(f"{{{QTI}}}itemBody")
    assert body is not None
    offered = [str(each.get("identifier")) for each in body.iter() if each.get("identifier")]
    assert len(offered) == len(set(offered))
    assert all(etree.QName(each).localname == each and ":" not in each for each in offered)
    interactions = [each for each in body.iter() if str(each.tag).endswith("Interaction")]
    assert [each.get("responseIdentifier") for each in interactions] == ["RESPONSE"]
    assert {each.get("identifier") for each in tree.iter(f"{{{QTI}}}variable")} <= set(declared)
    assert {each.get("outcomeIdentifier") for each in tree.iter(f"{{{QTI}}}modalFeedback")} <= set(declared)
    if interactions[0].tag == f"{{{QTI}}}choiceInteraction":
        keys = {each.get("mapKey") for each in tree.iter(f"{{{QTI}}}mapEntry")}
        assert keys <= set(offered)
