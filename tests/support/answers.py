"""Answers questions in a browser as a reader does, and how each type is answered right and otherwise."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

Act = Callable[[Locator], None]


def open_item(page: Page, address: str, item: str, path: str = "desk/test.html", quiz: str = "desk-test") -> Locator:
    """A question of a quiz that its script has taken over, all of whose questions are shown below each other."""
    page.goto(f"{address}/{path}")
    section = page.locator(f"[data-quiz={quiz}]")
    expect(page.locator(f"[data-quiz={quiz}].hb-live")).to_have_count(1)
    show_all(section)
    return page.locator(f"#{quiz}--{item}")


def show_all(section: Locator) -> None:
    """Have a quiz show all its questions below each other; one of few questions always does."""
    switch = section.get_by_role("button", name="Show all", exact=True)
    if switch.count():
        switch.click()
    expect(switch).to_have_count(0)


def check(question: Locator) -> None:
    """Press its button."""
    question.locator(".hb-check").click()


def choose(*texts: str) -> Act:
    """Choose options by a click on their text."""

    def act(question: Locator) -> None:
        for text in texts:
            question.get_by_text(text, exact=True).click()

    return act


def assign(**targets: str) -> Act:
    """Choose for each entry (its first words) what it belongs to."""

    def act(question: Locator) -> None:
        for entry, target in targets.items():
            select = question.locator(".hb-pairs > li", has_text=entry).locator("select")
            select.select_option(label=select.locator("option", has_text=target).inner_text())

    return act


def arrange(*order: str) -> Act:
    """Move steps with their buttons until they stand in this order."""

    def act(question: Locator) -> None:
        question.get_by_role(
            "button", name="Move down"
        ).first.click()  # they may stand in this order, and none be moved
        for at, text in enumerate(order):
            step = question.locator(".hb-steps > li", has_text=text)
            while step.evaluate("step => [...step.parentElement.children].indexOf(step)") > at:
                step.get_by_role("button", name="Move up").click()

    return act


def type_in(text: str) -> Act:
    """Type an answer."""
    return lambda question: question.get_by_role("textbox").fill(text)


def tell(*choices: str) -> Act:
    """Go through a story."""

    def act(question: Locator) -> None:
        for text in choices:
            question.get_by_role("button", name=text, exact=True).click()

    return act


ORDER = ("Ask for the card", "Scan the book", "Say when it is due")

# type: how to answer it right, how to answer it otherwise, what its result then says, and a reason that is shown
ANSWERS: dict[str, tuple[Act, Act, str, str]] = {
    "q-single": (
        choose("Lend five, keep one at the desk."),
        choose("Lend all six this time."),
        "Not quite",
        "The limit holds for every child.",
    ),
    "q-multiple": (
        choose("Turn the lights off.", "Lock the door."),
        choose("Turn the lights off."),
        "Partly right, 1 of 2",
        "It keeps thieves out.",
    ),
    "q-truefalse": (choose("True"), choose("False"), "Not quite", "Look at the slip."),
    "q-order": (arrange(*ORDER), arrange(*ORDER[::-1]), "Not quite, 1 of 3 in place", "It ends the loan."),
    "q-match": (
        assign(child="Five", adult="Ten"),
        assign(child="Five", adult="Fifty"),
        "Partly right, 1 of 2",
        "Big bags.",
    ),
    "q-classify": (
        assign(Let="A. Kind", No="B. Unkind"),
        assign(Let="B. Unkind", No="B. Unkind"),
        "Partly right, 1 of 2",
        "It helps.",
    ),
    "q-short": (type_in(" FIVE "), type_in("10"), "Not quite", "That is for adults."),
    "q-scenario": (tell("Offer to reserve it."), tell("Shrug."), "Not quite", "It ends nowhere."),
}
