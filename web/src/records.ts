// The records that quizzes keep, read with care: what a browser holds may be old, damaged or made by somebody else.
import type { Store } from "./store"

/** What a saved answer belongs to. A changed key or a new revision is another question. */
export interface Asked {
  readonly id: string
  readonly rev: number
  readonly fingerprint: string
}

/** One question in one quiz. */
export interface Answer {
  readonly answer: readonly string[]
  readonly checked: boolean
  readonly hints: number
  readonly flag: boolean
}

/** A finished attempt. */
export interface Done {
  /** The day, as 2026-12-31. */
  readonly at: string
  readonly got: number
  readonly of: number
  readonly code: string
}

/** One quiz: the seed of the attempt under way, and the last attempt that was finished. */
export interface Attempt {
  readonly seed: string
  readonly done?: Done
}

/** 1: again, 2: hard, 3: good, as spaced repetition grades. */
export type Grade = 1 | 2 | 3

/** One question wherever it was asked: how it went the last time, and the first time on each day. */
export interface History {
  readonly last: number
  /** The number of the day, and the grade. */
  readonly log: readonly (readonly [number, Grade])[]
}

type Fields = Record<string, unknown>
type Fitting<Kind> = Kind | "changed" | null

export const attemptName = (quiz: string): string => `quiz:${quiz}`
export const answerName = (quiz: string, item: string): string => `quiz:${quiz}:${item}`
export const historyName = (item: string): string => `item:${item}`

/** The record of a question; "changed" when it was saved for another revision or key. */
export function getFor<Kind extends object>(
  store: Store,
  name: string,
  asked: Asked,
  read: (fields: Fields) => Kind | null,
): Fitting<Kind> {
  const stamped = store.get(name, (fields) => {
    const held = read(fields)
    return held && { held, same: fields["rev"] === asked.rev && fields["fp"] === asked.fingerprint }
  })
  return stamped && (stamped.same ? stamped.held : "changed")
}

export function setFor(store: Store, name: string, asked: Asked, record: object): void {
  store.set(name, { rev: asked.rev, fp: asked.fingerprint, ...record })
}

export function readAnswer({ answer, checked, hints, flag }: Fields): Answer | null {
  if (!Array.isArray(answer) || !answer.every((each) => typeof each === "string")) return null
  return { answer, checked: checked === true, hints: isCount(hints) ? hints : 0, flag: flag === true }
}

export function readAttempt({ seed, done }: Fields): Attempt | null {
  if (typeof seed !== "string" || !/^[a-z0-9-]{1,80}$/.test(seed)) return null
  const finished = typeof done === "object" && done !== null ? readDone(done as Fields) : null
  return finished ? { seed, done: finished } : { seed }
}

export function readHistory({ last, log }: Fields): History | null {
  if (typeof last !== "number" || !(last >= 0 && last <= 1) || !Array.isArray(log)) return null
  const rising = (log as unknown[][]).every(
    (entry, at) => isEntry(entry) && (!at || Number(entry[0]) > Number(log[at - 1][0])),
  )
  return rising ? { last, log: log as History["log"] } : null
}

function readDone({ at, got, of, code }: Fields): Done | null {
  const fits = typeof at === "string" && typeof code === "string" && typeof got === "number" && typeof of === "number"
  return fits && /^\d{4}-\d\d-\d\d$/.test(at) ? { at, got, of, code } : null
}

function isEntry(entry: unknown): boolean {
  return (
    Array.isArray(entry) &&
    entry.length === 2 &&
    isCount(entry[0]) &&
    entry[0] < 1e6 &&
    [1, 2, 3].includes(entry[1] as number)
  )
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}
