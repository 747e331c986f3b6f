// The records that quizzes keep, read with care: what a browser holds may be old, damaged or made by somebody else.
import { type Fields, isObject } from "./json"
import type { Read, Store } from "./store"

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

/** How sure someone was of an answer before it was checked. 1: guessing, 2: fairly sure, 3: sure. */
export type Sureness = 1 | 2 | 3

/** One question wherever it was asked: how it went the last time, and the first time on each day. */
export interface History {
  readonly last: number
  /** The number of the day, and the grade. */
  readonly log: readonly (readonly [number, Grade])[]
  /** How sure the reader was on the last of these days, where that was asked. */
  readonly sure?: Sureness
}

/** Whether every question asks how sure one is. */
export interface Asking {
  readonly on: boolean
}

/** The question of a quiz that the reader has come to, by its id; empty: the end. */
export interface Place {
  readonly item: string
}

/** How quizzes are shown: one question at a time, or all of them. */
export interface View {
  readonly all: boolean
}

type Fitting<Kind> = Kind | "changed" | null

export const attemptName = (quiz: string): string => `quiz:${quiz}`
export const answerName = (quiz: string, item: string): string => `quiz:${quiz}:${item}`
export const placeName = (quiz: string): string => `place:${quiz}`
export const VIEW = "view"
export const ASKING = "sure"
export const HISTORY = "item:"
export const historyName = (item: string): string => HISTORY + item

/** The record of a question; "changed" when it was saved for another revision or key. */
export function getFor<Kind extends object>(
  store: Store,
  name: string,
  version: ItemVersion,
  read: Read<Kind>,
): Fitting<Kind> {
  const stamped = store.get(name, (fields, flaw) => {
    const held = read(fields, flaw)
    return held && { held, same: isOf(version, fields) }
  })
  return stamped && (stamped.same ? stamped.held : "changed")
}

/** Saves the record of a question, or removes it. What is there of another revision or key is set aside. */
export function setFor(
  store: Store,
  name: string,
  version: Omit<ItemVersion, "id">,
  record: object | null,
  read: Read<object>,
): boolean {
  const own: Read<object> = (fields, flaw) => {
    if (!isOf(version, fields)) flaw()
    return read(fields, flaw)
  }
  return store.set(name, record && { rev: version.rev, fp: version.fingerprint, ...record }, own)
}

function isOf({ rev, fingerprint }: Omit<ItemVersion, "id">, fields: Fields): boolean {
  return fields["rev"] === rev && fields["fp"] === fingerprint
}

export function readAnswer({ answer, checked, hints, flag }: Fields): Answer | null {
  if (!Array.isArray(answer) || !answer.every((each) => typeof each === "string")) return null
  return { answer, checked: checked === true, hints: isCount(hints) ? hints : 0, flag: flag === true }
}

export function readAttempt({ seed, done }: Fields, flaw: () => void): Attempt | null {
  if (typeof seed !== "string" || !/^[a-z0-9-]{1,80}$/.test(seed)) return null
  const finish = isObject(done) ? readFinish(done) : null
  if (!finish && done !== undefined) flaw()
  return finish ? { seed, done: finish } : { seed }
}

export function readPlace({ item }: Fields): Place | null {
  return typeof item === "string" ? { item } : null
}

export function readView({ all }: Fields): View | null {
  return typeof all === "boolean" ? { all } : null
}

export function readAsking({ on }: Fields): Asking | null {
  return typeof on === "boolean" ? { on } : null
}

/** Clocks go wrong and are put right, so the days of a log may stand in any order, and one may come twice. */
export function readHistory({ last, log, sure }: Fields, flaw: () => void): History | null {
  if (typeof last !== "number" || !(last >= 0 && last <= 1) || !Array.isArray(log)) return null
  const entries = log.filter(isEntry)
  const isSure = isThird(sure)
  if (entries.length < log.length || !(isSure || sure === undefined)) flaw()
  return { last, log: daily(entries), ...(isSure ? { sure } : {}) }
}

/** The first entry of each day, in the order of the days. */
export function daily(log: History["log"]): History["log"] {
  return [...new Map([...log].reverse())].sort(([one], [other]) => one - other)
}

function readFinish({ at, got, of, code }: Fields): Finish | null {
  const fits = typeof at === "string" && typeof code === "string" && isAmount(got) && isAmount(of)
  return fits && new Date(at).toJSON()?.slice(0, 10) === at ? { at, got, of, code } : null
}

function isEntry(entry: unknown): entry is History["log"][number] {
  if (!Array.isArray(entry) || entry.length !== 2) return false
  const [day, grade]: unknown[] = entry
  return isCount(day) && day < 1e6 && isThird(grade)
}

function isThird(value: unknown): value is 1 | 2 | 3 {
  return value === 1 || value === 2 || value === 3
}

function isCount(value: unknown): value is number {
  return isAmount(value) && Number.isSafeInteger(value)
}

function isAmount(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value < Infinity
}
