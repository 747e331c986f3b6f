// The questions that the page carries: all of the bank.
import { historyOf } from "../history"
import type { Question } from "../page"
import type { Store } from "../store"
import { dueDay } from "./schedule"

/** A question and what is remembered of it. */
export interface Practiced extends Question {
  readonly last: number
  readonly due: number
}

/** Those that were answered before, in this revision. */
export function practicedIn(bank: readonly Question[], store: Store): Practiced[] {
  return bank.flatMap((question) => {
    const history = historyOf(store, question.item.version)
    const due = history && dueDay(history.log)
    return history && due !== null ? [{ ...question, last: history.last, due }] : []
  })
}
