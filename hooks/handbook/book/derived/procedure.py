"""Items from the steps of a procedure."""

from __future__ import annotations

from ...model.blocks import Procedure
from ...model.blocks.procedure import Step
from .material import Drifted, Material, Named
from .options import option, options
from .words import joined, said, unlinked


def order(material: Material) -> dict[str, object]:
    """The steps to put in order; with `only`, these. `equal` names steps that may swap."""
    block, steps = _steps(material)
    asked = material.chosen(steps, material.entry.only, "only") if material.entry.only else block.steps
    asked = [step for step in block.steps if step in asked]
    stages = [
        {
            "text": unlinked(step.do),
            "why": _why(step) or _neighbor(at, asked),
            **({"key": step.key} if step.key else {}),
        }
        for at, step in enumerate(asked)
    ]
    equal = [[unlinked(s.do) for s in material.chosen(steps, group, "equal")] for group in material.entry.equal]
    return {"stem": f"{block.title}: put the steps in the right order.", "steps": stages, "equal": equal}


def single(material: Material) -> dict[str, object]:
    """Which step comes right after the one named by `about`; without it, which step is the first."""
    block, steps = _steps(material)
    about = material.entry.about
    before = block.steps.index(material.chosen(steps, [about], "about")[0]) if about else -1
    if before + 1 == len(block.steps):
        raise Drifted(f'"{about}" is the last step', "Name an earlier step.", "about")
    right = block.steps[before + 1]
    named = material.chosen(steps, material.entry.beside, "beside") or list(block.steps)
    siblings = [_option(step, block) for step in named if step not in (right, *block.steps[before : before + 1])]
    stem = f"{block.title}: what comes right after “{unlinked(about)}”" if about else f"{block.title}: what comes first"
    return {"stem": f"{stem}?", "options": options(material, {**_option(right, block), "right": True}, siblings)}


def _steps(material: Material) -> tuple[Procedure, list[Named[Step]]]:
    block = material.blocks[0]
    assert isinstance(block, Procedure)
    return block, [Named(step, step.ident, unlinked(step.do)) for step in block.steps]


def _option(step: Step, block: Procedure) -> dict[str, object]:
    number = block.steps.index(step) + 1
    return option(unlinked(step.do), joined(f"It is step {number} of {len(block.steps)}", _why(step)), step.key)


def _why(step: Step) -> str:
    """The reason of a step, else its note, else words to say with it; a note that leads elsewhere comes last."""
    words = f"You can say: {said(step.say)}" if step.say else ""
    reasons = [step.why, words, step.note] if "](" in (step.note or "") else [step.why, step.note, words]
    return next((text for reason in reasons if (text := unlinked(reason or ""))), "")


def _neighbor(at: int, steps: list[Step]) -> str:
    """Where a step has neither reason nor words to say, what it leads to, or follows from."""
    if at + 1 < len(steps):
        return joined("It leads on to the next step", unlinked(steps[at + 1].do))
    return joined("It follows from the step before", unlinked(steps[at - 1].do))
