// The records that quizzes keep, read with care: what a browser holds may be old, damaged or made by somebody else.
import { type Fields, isObject } from "./json"
import type { Store } from "./store"

/** What a saved answer belongs to. A changed key or a new revision is another question. */
export interface ItemVersion {
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
export interface Finish {
  /** The day, as 2026-12-31. */
  readonly at: string
  readonly got: number
  readonly of: number
  readonly code: string
}

/** One quiz: the seed of the attempt under way, and the last attempt that was finished. */
export interface Attempt {
  readonly seed: string
  readonly done?: Finish
}

/** 1: again, 2: hard, 3: good, as spaced repetition grades. */
export type Grade = 1 | 2 | 3

/** One question wherever it was asked: how it went the last time, and the first time on each day. */
export interface History {
  readonly last: number
  /** The number of the day, and the grade. */
  readonly log: readonly (readonly [number, Grade])[]
}

type Fitting<Kind> = Kind | "changed" | null

export const attemptName = (quiz: string): string => `quiz:${quiz}`
export const answerName = (quiz: string, item: string): string => `quiz:${quiz}:${item}`
export const historyName = (item: string): string => `item:${item}`

/** The record of a question; "changed" when it was saved for another revision or key. */
export function getFor<Kind extends object>(
  store: Store,
  name: string,
  version: ItemVersion,
  read: (fields: Fields) => Kind | null,
): Fitting<Kind> {
  const stamped = store.get(name, (fields) => {
    const held = read(fields)
    return held && { held, same: fields["rev"] === version.rev && fields["fp"] === version.fingerprint }
  })
  return stamped && (stamped.same ? stamped.held : "changed")
}

export function setFor(store: Store, name: string, version: ItemVersion, record: object): void {
  store.set(name, { rev: version.rev, fp: version.fingerprint, ...record })
}

export function readAnswer({ answer, checked, hints, flag }: Fields): Answer | null {
  if (!Array.isArray(answer) || !answer.every((each) => typeof each === "string")) return null
  return { answer, checked: checked === true, hints: isCount(hints) ? hints : 0, flag: flag === true }
}

export function readAttempt({ seed, done }: Fields): Attempt | null {
  if (typeof seed !== "string" || !/^[a-z0-9-]{1,80}$/.test(seed)) return null
  const finish = isObject(done) ? readFinish(done) : null
  return finish ? { seed, done: finish } : { seed }
}

export function readHistory({ last, log }: Fields): History | null {
  if (typeof last !== "number" || !(last >= 0 && last <= 1) || !Array.isArray(log)) return null
  const entries: unknown[] = log
  if (!entries.every(isEntry)) return null
  return entries.every(([day], at) => day > (entries[at - 1]?.[0] ?? -1)) ? { last, log: entries } : null
}

function readFinish({ at, got, of, code }: Fields): Finish | null {
  const fits = typeof at === "string" && typeof code === "string" && typeof got === "number" && typeof of === "number"
  return fits && /^\d{4}-\d\d-\d\d$/.test(at) ? { at, got, of, code } : null
}

function isEntry(entry: unknown): entry is History["log"][number] {
  if (!Array.isArray(entry) || entry.length !== 2) return false
  const [day, grade]: unknown[] = entry
  return isCount(day) && day < 1e6 && (grade === 1 || grade === 2 || grade === 3)
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0
}
