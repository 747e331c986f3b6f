// Questions that are due again, asked as a quiz of its own.
import { isoDay, longDay } from "../day"
import { el } from "../dom"
import { progress as say } from "../messages"
import type { Known } from "./bank"

/** Asked in one go. */
const SITTING = 10

export function dueOn(known: readonly Known[], today: number): Known[] {
  return known.filter(({ due }) => due <= today).sort((one, other) => one.due - other.due)
}

/** How many are due, or when the next one will be. */
export function outlook(known: readonly Known[], today: number): string {
  const due = dueOn(known, today).length
  if (due) return say.due(due)
  return known.length ? say.nextDue(longDay(isoDay(Math.min(...known.map((each) => each.due))))) : say.noneDue
}

/** A quiz without a name, of the questions that are due first. */
export function reviewOf(due: readonly Known[]): HTMLElement {
  const asked = due.slice(0, SITTING)
  const questions = asked.map(({ question }, at) => {
    const copy = document.importNode(question, true)
    copy.querySelector(".hb-number")?.replaceChildren(`${at + 1}.`)
    return copy
  })
  return el(
    "section",
    { class: "hb hb-quiz", "data-mode": "practice", "aria-label": say.review },
    el("p", { class: "hb-quiz-intro" }),
    el("div", { class: "hb-quiz-questions" }, ...questions),
    el("section", { class: "hb-quiz-answers" }, ...asked.map(({ answer }) => document.importNode(answer, true))),
  )
}
