// The questions of a day: those that are due, across the whole bank, and new ones where there is room.
import { DAILY, dueToday } from "../due"
import type { Question } from "../page"
import { fnv1a } from "../random"
import type { Practiced } from "./practiced"
import { cameBack } from "./schedule"

/** What can be asked, and what is remembered of it, on a day. */
export interface Standing {
  readonly bank: readonly Question[]
  readonly practiced: readonly Practiced[]
  readonly today: number
}

export interface DailySet {
  readonly due: readonly Question[]
  readonly fresh: readonly Question[]
  readonly size: number
  /** Whether these come on top: those of the day are done. */
  readonly isExtra: boolean
}

/** What is left of the day's questions; when nothing is, as many more. */
export function nextSet(standing: Standing): DailySet {
  const set = setOf(standing, false)
  return set.size ? set : setOf(standing, true)
}

/** Questions in an order of the day's own, so that those of one section or one day do not come together. */
function setOf({ bank, practiced, today }: Standing, isExtra: boolean): DailySet {
  const rank = ({ item }: Question): number => fnv1a(`${today}-${item.version.id}`)
  const waiting = practiced
    .filter((each) => each.due <= today)
    .sort((one, other) => one.due - other.due || rank(one) - rank(other))
  const returned = isExtra ? 0 : practiced.filter(({ log }) => cameBack(log, today)).length
  const due = waiting.slice(0, dueToday(waiting.length, returned))
  const before = isExtra ? 0 : practiced.filter(({ log }) => log.some(([day]) => day === today)).length
  const ids = new Set(practiced.map(({ item }) => item.version.id))
  const fresh = bank
    .filter(({ item }) => !ids.has(item.version.id))
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, Math.max(0, DAILY - due.length - before))
  return { due, fresh, size: due.length + fresh.length, isExtra }
}
