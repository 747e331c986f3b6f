// The questions that the page carries: all of the bank.
import { all } from "../dom"
import { historyOf } from "../history"
import type { Asked } from "../records"
import type { Store } from "../store"
import { dueDay } from "./schedule"

export interface Carried {
  readonly asked: Asked
  readonly section: string
  readonly question: HTMLElement
  readonly answer: HTMLElement
}

/** A question and what is remembered of it. */
export interface Known extends Carried {
  readonly last: number
  readonly due: number
}

export function readBank(content: ParentNode): Carried[] {
  const answers = new Map(all(content, "[data-answer]").map((answer) => [answer.dataset["answer"], answer]))
  return all(content, ".hb-item").flatMap((question) => {
    const {
      item = "",
      rev,
      fingerprint = "",
      section = "",
    } = question.dataset as Readonly<Record<string, string | undefined>>
    const answer = answers.get(item)
    return answer ? [{ asked: { id: item, rev: Number(rev), fingerprint }, section, question, answer }] : []
  })
}

/** Those that were answered before, in this revision. */
export function knownOf(bank: readonly Carried[], store: Store): Known[] {
  return bank.flatMap((carried) => {
    const history = historyOf(store, carried.asked)
    const due = history && dueDay(history.log)
    return history && due !== null ? [{ ...carried, last: history.last, due }] : []
  })
}
