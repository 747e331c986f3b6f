// Taking one's progress along as a file.
import { type Fields, isObject, readObject } from "../json"
import { historyName, readAnswer, readAttempt, readHistory, setFor } from "../records"
import { type Read, type Store, savedAt } from "../store"
import { type Held, type Merge, type Merged, mergeAnswers, mergeAttempts, mergeHistories, type Outcome } from "./merge"

/** What a file says first, so that another one is not taken for it. */
const KIND = "handbook-progress"

/** An answer in a quiz, the practice of a question, a finished quiz, what was set aside, or what is none of these. */
export type EntryKind = "answer" | "practice" | "finish" | "aside" | "other"

/** What became of an entry of a file. */
export interface Entry {
  readonly kind: EntryKind
  readonly outcome: Outcome
}

/** How records of some names are taken in: gives what became of one, and of its damaged parts. */
interface Intake {
  readonly kind: EntryKind
  readonly names: RegExp
  readonly take: (into: Store, name: string, text: string, file: Fields, now: number) => readonly Outcome[]
}

const INTAKES: readonly Intake[] = [
  { kind: "answer", names: /^quiz:[a-z0-9-]+:[a-z0-9-]+$/, take: merging(versioned(readAnswer), mergeAnswers) },
  { kind: "practice", names: /^item:[a-z0-9-]+$/, take: merging(versioned(readHistory), mergeHistories) },
  { kind: "finish", names: /^quiz:[a-z0-9-]+$/, take: merging(readAttempt, mergeAttempts, ({ done }) => !!done) },
  { kind: "aside", names: /^aside:\d+:(checklist|item|quiz|worksheet):[a-z0-9:-]+$/, take: takeAside },
]
const OTHER: Intake = { kind: "other", names: /^/, take: () => ["damaged"] }

/** What was set aside because it could not be read, or was of another version of its question. */
export function asideNames(store: Store): string[] {
  return store.names().filter((name) => name.startsWith("aside:"))
}

/** All progress as the text of a file. Addresses are not in it: it fits the handbook wherever it stands. */
export function exportProgress(store: Store): string {
  const names = store
    .names()
    .filter((name) => intakeOf(name) !== OTHER)
    .sort()
  return JSON.stringify(
    { kind: KIND, saved: Object.fromEntries(names.map((name) => [name, store.text(name)])) },
    null,
    1,
  )
}

/**
 * Takes in the text of a file, at a time in milliseconds. What was practiced here and there is put together. Gives what
 * became of each entry; null when it is no such file.
 */
export function importProgress(store: Store, text: string, now = Date.now()): Entry[] | null {
  const file = readObject(text)
  const saved = file?.["kind"] === KIND ? file["saved"] : null
  if (!isObject(saved)) return null
  // Answers before the practice of their questions, which says how old they are
  return [...INTAKES, OTHER].flatMap((intake) =>
    Object.entries(saved)
      .filter(([name]) => intakeOf(name) === intake)
      .flatMap(([name, record]) => intake.take(store, name, String(record), saved, now))
      .map((outcome) => ({ kind: intake.kind, outcome })),
  )
}

function intakeOf(name: string): Intake {
  return INTAKES.find(({ names }) => names.test(name)) ?? OTHER
}

/** Records of a question say which version of it they are of. */
function versioned<Kind>(read: Read<Kind>): Read<Kind> {
  return (fields, flaw) => (revOf(fields) && typeof fields["fp"] === "string" ? read(fields, flaw) : null)
}

/** Takes records in by putting them together with those that are here. One that does not count is not worth a word. */
function merging<Kind extends object>(
  read: Read<Kind>,
  merge: Merge<Kind>,
  counts: (value: Kind) => boolean = () => true,
): Intake["take"] {
  return (store, name, text, file, now) => {
    const flaws: Outcome[] = []
    const fields = store.fields(text)
    const value = fields && read(fields, () => flaws.push("damaged"))
    if (!value) return ["damaged"]
    const theirs = heldOf(value, fields, store.fields(String(file[practiceOf(name)])))
    const mine = store.get(name, (record, flaw) => {
      const own = read(record, flaw)
      return own && heldOf(own, record, store.fields(store.text(practiceOf(name)) ?? ""))
    })
    const { outcome, held }: Merged<Kind> = mine ? merge(mine, theirs, now) : { outcome: "added", held: theirs }
    const saved = !held || save(store, name, held, read)
    return [...(counts(value) ? [saved ? outcome : "unsaved"] : []), ...flaws]
  }
}

/** A record with what it is of. Those of the first edition do not say when they were saved: the last day of practice does. */
function heldOf<Kind>(value: Kind, fields: Fields, practice: Fields | null): Held<Kind> {
  const days = (practice && readHistory(practice, () => {})?.log) ?? []
  const lastDay = days[days.length - 1]?.[0] ?? 0
  const at = savedAt(fields) || lastDay * 86_400_000
  return { value, rev: revOf(fields), fingerprint: String(fields["fp"] ?? ""), at }
}

function save<Kind extends object>(store: Store, name: string, held: Held<Kind>, read: Read<Kind>): boolean {
  const record = { ...held.value, at: held.at }
  return held.rev ? setFor(store, name, held, record, read) : store.set(name, record, read)
}

function revOf(fields: Fields): number {
  const rev = fields["rev"]
  return typeof rev === "number" && Number.isSafeInteger(rev) && rev > 0 ? rev : 0
}

function practiceOf(name: string): string {
  return historyName(name.slice(name.lastIndexOf(":") + 1))
}

function takeAside(store: Store, name: string, text: string): Outcome[] {
  const before = asideNames(store).length
  if (!store.setAside(name.replace(/^aside:\d+:/, ""), text)) return ["unsaved"]
  return [asideNames(store).length > before ? "added" : "same"]
}
