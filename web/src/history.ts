// What is remembered of a question wherever it is asked: how it went the last time, and a log for spaced repetition.
import { dayOf } from "./day"
import {
  daily,
  type Grade,
  getFor,
  type History,
  historyName,
  type ItemVersion,
  readHistory,
  type Sureness,
  setFor,
} from "./records"
import type { Store } from "./store"

/** As many days as are remembered of one question. */
const LONGEST = 100

/** How a checked answer counts for spaced repetition: only one that is wholly right, and without a hint, is good. */
export function gradeOf(share: number, hints: number): Grade {
  if (share < 1) return 1
  return hints ? 2 : 3
}

/** What is remembered of a question; null when nothing is, or when it has changed since. */
export function historyOf(store: Store, version: ItemVersion): History | null {
  const history = getFor(store, historyName(version.id), version, readHistory)
  return history === "changed" ? null : history
}

/**
 * Remembers a checked answer. The first one of each day counts for spaced repetition, and how sure one was of it. Days
 * later than today stay: whether the clock was wrong then or is wrong now, nobody knows.
 */
export function remember(
  store: Store,
  version: ItemVersion,
  share: number,
  hints: number,
  now: Date,
  sureness?: Sureness,
): void {
  const { log = [], sure: before } = historyOf(store, version) ?? {}
  const today = dayOf(now)
  const again = log.some(([day]) => day === today)
  const longer = again ? log : daily([...log.slice(1 - LONGEST), [today, gradeOf(share, hints)]])
  const sure = again ? before : sureness
  setFor(store, historyName(version.id), version, { last: share, log: longer, sure }, readHistory)
}
