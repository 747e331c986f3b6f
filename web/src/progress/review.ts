// Questions that are due again, asked as a quiz of its own.
import { isoDay, longDay } from "../day"
import { el } from "../dom"
import { progress as say } from "../messages"
import { Part } from "../page"
import type { Practiced } from "./practiced"

/** The most questions of one review. */
const LONGEST = 10

export function dueOn(practiced: readonly Practiced[], today: number): Practiced[] {
  return practiced.filter(({ due }) => due <= today).sort((one, other) => one.due - other.due)
}

/** How many are due, or when the next one will be. */
export function outlook(practiced: readonly Practiced[], today: number): string {
  const due = dueOn(practiced, today).length
  if (due) return say.due(due)
  return practiced.length ? say.nextDue(longDay(isoDay(Math.min(...practiced.map((each) => each.due))))) : say.noneDue
}

/** A quiz without a name, of the questions that are due first. */
export function reviewOf(due: readonly Practiced[]): HTMLElement {
  const first = due.slice(0, LONGEST)
  const questions = first.map(({ question }, at) => {
    const copy = document.importNode(question, true)
    copy.querySelector(Part.Number)?.replaceChildren(`${at + 1}.`)
    return copy
  })
  return el(
    "section",
    { class: "hb hb-quiz", "aria-label": say.review },
    el("p", { class: "hb-quiz-intro" }),
    el("div", { class: "hb-quiz-questions" }, ...questions),
    el("section", { class: "hb-quiz-answers" }, ...first.map(({ answer }) => document.importNode(answer, true))),
  )
}
