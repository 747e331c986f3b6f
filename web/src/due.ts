// How many questions are due: worked out once something was practiced, and kept, so that every page can say so at no cost.
import type { Fields } from "./json"

export interface Due {
  /** The edition whose questions these are. */
  readonly edition: string
  /** The days on which the questions that were practiced are due, the earliest first. */
  readonly days: readonly number[]
  /** The last day on which questions were asked again, and how many. */
  readonly returns: readonly [day: number, questions: number]
}

export const DUE = "due"
/** The questions of one day. */
export const DAILY = 5
const SECONDS = 24

/** What tells a page that an answer was remembered, and that it was worked out anew what is due. */
export const PRACTICED = "handbook:practiced"
export const COUNTED = "handbook:due"

/** How many of those that are due are for today, of which some have come back already. */
export function dueToday(due: number, returned: number): number {
  return Math.max(0, Math.min(due, DAILY - returned))
}

export function leftOn(today: number, { days, returns: [day, questions] }: Due): number {
  return dueToday(days.filter((each) => each <= today).length, day === today ? questions : 0)
}

/** How many minutes some questions take. */
export function minutesFor(questions: number): number {
  return Math.ceil((questions * SECONDS) / 60)
}

export function readDue(record: Fields): Due | null {
  const { edition } = record
  const [days, returns] = [readDays(record), numbers(record["returns"])]
  const [day, questions] = returns ?? []
  if (typeof edition !== "string" || !days || day === undefined || questions === undefined) return null
  return { edition, days, returns: [day, questions] }
}

/** Its days alone. */
export function readDays({ days }: Fields): readonly number[] | null {
  return numbers(days)
}

function numbers(value: unknown): readonly number[] | null {
  return Array.isArray(value) && value.every(Number.isSafeInteger) ? value : null
}
