// Today's questions, asked one after the other, with one button to go on; how many weeks in a row there was practice.
import { button, el, setText, status } from "../dom"
import { minutesFor } from "../due"
import { progress as say } from "../messages"
import { Part } from "../page"
import { enhanceQuiz } from "../quiz/quiz"
import { siteHooks } from "../quiz/site"
import type { StoreFor } from "../site"
import { type DailySet, nextSet, type Standing } from "./daily"
import { outlook, reviewOf } from "./review"
import { weeksOf } from "./weeks"

export interface Today {
  /** Shows what is left of the day. */
  show(standing: Standing): void
  /** Asks the questions of the day, or as many more. */
  begin(): void
  /** Puts the questions away. */
  end(): void
}

/** Puts all of it into a place. `now` gives how things stand; `changed` is called when something was answered. */
export function todayIn(
  place: HTMLElement,
  storeFor: StoreFor,
  now: () => Standing | null,
  changed: () => void,
): Today {
  const plan = el("p", { class: "hb-plan" })
  const due = status("hb-due")
  const weeks = el("p", { class: "hb-weeks" })
  const go = button("", begin, { class: "hb-button hb-check" })
  const review = el("div")
  place.append(plan, due, weeks, go, review)
  go.hidden = true

  function show(standing: Standing): void {
    const { practiced, today } = standing
    const set = nextSet(standing)
    const days = practiced.flatMap(({ log }) => log.map(([day]) => day))
    const { inRow, isOn } = weeksOf(days, today)
    setText(plan, planOf(set, standing))
    setText(due, wait(set, standing))
    setText(weeks, inRow ? say.weeks(inRow, isOn) : "")
    setText(go, buttonOf(set, practiced.length > 0))
    go.hidden = !set.size || review.hasChildNodes()
  }

  function begin(): void {
    const standing = now()
    if (!standing) return
    const { due, fresh } = nextSet(standing)
    const quiz = reviewOf([...due, ...fresh])
    review.replaceChildren(quiz)
    const { remembered } = siteHooks(storeFor(() => {}))
    enhanceQuiz(quiz, storeFor, { remembered, closing, changed })
    changed()
    quiz.scrollIntoView()
    quiz.querySelector<HTMLElement>(`${Part.Item}.hb-now`)?.focus({ preventScroll: true })
  }

  /** What stands at the end: whether the day is done, when the next question is due, and more for those who want it. */
  function closing(): Node[] {
    const standing = now()
    if (!standing) return []
    const set = nextSet(standing)
    const words = [planOf(set, standing), wait(set, standing)].filter(Boolean).join(" ")
    return [el("p", {}, words), ...(set.size ? [button(buttonOf(set, true), begin)] : [])]
  }

  return { show, begin, end: () => review.replaceChildren() }
}

function planOf({ due, fresh, size, isExtra }: DailySet, { practiced, today }: Standing): string {
  if (!practiced.length) return say.firstPlan(size, minutesFor(size))
  if (size && !isExtra) return say.plan(due.length, fresh.length, minutesFor(size))
  return practiced.some(({ log }) => log.some(([day]) => day === today)) ? say.done : ""
}

/** When the other questions come back. Those of the day are counted above, as in the header of every page. */
function wait({ due, isExtra }: DailySet, { practiced, today }: Standing): string {
  return outlook(practiced, today, isExtra ? 0 : due.length)
}

function buttonOf({ size, isExtra }: DailySet, hasBegun: boolean): string {
  return isExtra ? say.more(size) : hasBegun ? say.go : say.start
}
