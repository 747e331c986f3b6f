// What is remembered of a question wherever it is asked: how it went the last time, and a log for spaced repetition.
import { dayOf } from "./day"
import { type Asked, getFor, type Grade, type History, historyName, readHistory, setFor } from "./records"
import type { Store } from "./store"

/** As many days as are remembered of one question. */
const KEPT = 100

/** How a checked answer counts for spaced repetition: only one that is wholly right, and without a hint, is good. */
export function gradeOf(share: number, hints: number): Grade {
  if (share < 1) return 1
  return hints ? 2 : 3
}

/** What is remembered of a question; null when nothing is, or when it has changed since. */
export function historyOf(store: Store, asked: Asked): History | null {
  const found = getFor(store, historyName(asked.id), asked, readHistory)
  return found === "changed" ? null : found
}

/** Remembers a checked answer. The first one of each day counts for spaced repetition. */
export function remember(store: Store, asked: Asked, share: number, hints: number, now: Date): void {
  const log = historyOf(store, asked)?.log ?? []
  const today = dayOf(now)
  const again = log[log.length - 1]?.[0] === today
  const longer = again ? log : [...log, [today, gradeOf(share, hints)] as const].slice(-KEPT)
  setFor(store, historyName(asked.id), asked, { last: share, log: longer })
}
