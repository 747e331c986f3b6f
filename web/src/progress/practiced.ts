// The questions that the page carries: all of the bank.
import { historyOf } from "../history"
import type { Question } from "../page"
import type { History } from "../records"
import type { Store } from "../store"
import { dueDay } from "./schedule"

/** A question and what is remembered of it, but for days that have not come yet. */
export interface Practiced extends Question, History {
  readonly due: number
}

/** Those that were answered before, in this revision. */
export function practicedIn(bank: readonly Question[], store: Store, today: number): Practiced[] {
  return bank.flatMap((question) => {
    const history = historyOf(store, question.item.version)
    const due = history && dueDay(history.log, today, question.item.version.id)
    if (!history || due === null) return []
    return [{ ...question, ...history, log: history.log.filter(([day]) => day <= today), due }]
  })
}
