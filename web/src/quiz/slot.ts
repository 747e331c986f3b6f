// A question of a quiz before its script has taken it over, and after: of many on a page, most are never looked at.
import type { Item, Question } from "../page"
import type { Result } from "../score"
import type { QuestionControl } from "./question"

export interface Slot {
  readonly item: Item
  readonly place: HTMLElement
  readonly scored: boolean
  /** Its control, once it has one. What was saved of it gives it one. */
  readonly control: QuestionControl | null
  /** Gives it its control. */
  wake(): QuestionControl
}

export function slotOf(question: Question, enhance: (question: Question) => QuestionControl): Slot {
  let control: QuestionControl | null = null
  return {
    item: question.item,
    place: question.question,
    scored: question.item.type !== "reflect",
    get control() {
      return control
    },
    wake() {
      control ??= enhance(question)
      return control
    },
  }
}

export function resultOf({ control, item }: Slot): Result {
  return control?.result() ?? { points: item.points, share: null }
}
