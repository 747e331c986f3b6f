// One question that a script checks: its buttons and its result, around the control of its type.
import { button, el, status } from "../dom"
import { quiz as say } from "../messages"
import type { Result } from "../score"
import { enhanceChoice } from "./choice"
import type { Enhance } from "./control"
import { enhanceMatch } from "./match"
import { enhanceOrder } from "./order"

/** The types that a script checks. The others keep their answer below, for the reader to compare. */
const TYPES: Readonly<Record<string, Enhance>> = {
  single: enhanceChoice,
  multiple: enhanceChoice,
  truefalse: enhanceChoice,
  order: enhanceOrder,
  match: enhanceMatch,
}

export interface Question {
  result(): Result
  startOver(): void
  focus(): void
}

/** Makes a question checkable. `changed` is called when its result has changed. Null where its type stays on paper. */
export function enhance(question: HTMLElement, key: HTMLElement, changed: () => void): Question | null {
  const type = TYPES[question.dataset["type"] ?? ""]
  if (!type) return null
  const control = type(question, key)
  const points = Number(question.dataset["points"])
  const result = status("hb-result")
  const check = button(say.check, onCheck, { class: "hb-button hb-check" })
  const again = button(say.tryAgain, onTryAgain)
  const toAnswer = question.querySelector<HTMLElement>(".hb-to-answer")
  if (toAnswer) toAnswer.hidden = true
  question.append(el("div", { class: "hb-buttons" }, check, again), result)
  let share: number | null = null
  show(null)

  function show(now: number | null): void {
    share = now
    again.hidden = now === null
    check.setAttribute("aria-disabled", String(now !== null))
    result.textContent = now === null ? "" : say.result(now, points)
  }

  function onCheck(): void {
    const missing = control.missing()
    if (share !== null) return
    if (missing) {
      result.textContent = missing
      return
    }
    show(control.score())
    control.mark()
    changed()
  }

  function onTryAgain(): void {
    control.unmark()
    control.first()?.focus()
    show(null)
    changed()
  }

  return {
    result: () => ({ points, share }),
    startOver() {
      control.unmark()
      control.clear()
      show(null)
    },
    focus: () => control.first()?.focus(),
  }
}
