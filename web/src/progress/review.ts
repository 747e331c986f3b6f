// Questions from anywhere in the bank, asked as a quiz of their own.
import { isoDay, longDay } from "../day"
import { el } from "../dom"
import { progress as say } from "../messages"
import { Part, type Question } from "../page"
import type { Practiced } from "./practiced"

/** When questions come back: how many are due beside those of `now`, or when the next one will be. */
export function outlook(practiced: readonly Practiced[], today: number, now: number): string {
  if (!practiced.length) return say.noneDue
  const due = practiced.filter((each) => each.due <= today).length
  if (due) return due > now ? say.canWait(due - now) : say.comesBack
  return say.nextDue(longDay(isoDay(Math.min(...practiced.map((each) => each.due)))))
}

/** A quiz without a name, of some questions in their order. */
export function reviewOf(some: readonly Question[]): HTMLElement {
  const questions = some.map(({ question }, at) => {
    const copy = document.importNode(question, true)
    copy.querySelector(Part.Number)?.replaceChildren(`${at + 1}.`)
    return copy
  })
  return el(
    "section",
    { class: "hb hb-quiz", "aria-label": say.review },
    el("p", { class: "hb-quiz-intro" }),
    el("div", { class: "hb-quiz-questions" }, ...questions),
    el("section", { class: "hb-quiz-answers" }, ...some.map(({ answer }) => document.importNode(answer, true))),
  )
}
