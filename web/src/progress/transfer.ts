// Taking one's progress along as a file, and forgetting everything on this computer.
import { readAnswer, readAttempt, readHistory, type History } from "../records"
import type { Store } from "../store"

/** What a file says first, so that another one is not taken for it. */
const KIND = "handbook-progress"

/** Records that are progress, and how each kind is read. */
const READERS = {
  quiz: (fields: Record<string, unknown>) => readAnswer(fields) ?? readAttempt(fields),
  item: readHistory,
} as const

/** All progress as the text of a file. Addresses are not in it: it fits the handbook wherever it stands. */
export function exported(store: Store): string {
  const names = store
    .names()
    .filter((name) => readerOf(name))
    .sort()
  return JSON.stringify(
    { kind: KIND, saved: Object.fromEntries(names.map((name) => [name, store.written(name)])) },
    null,
    1,
  )
}

/** Takes in the text of a file. What was practiced here and there is put together. Gives how many records it held; null when it is no such file. */
export function imported(store: Store, text: string): number | null {
  const saved = savedIn(text)
  if (!saved) return null
  let taken = 0
  for (const [name, written] of Object.entries(saved)) {
    if (typeof written === "string" && readerOf(name) && takeIn(store, name, written)) taken += 1
  }
  return taken
}

/** Removes all that the handbook keeps in this browser: ticks of checklists and worksheets, too. */
export function forget(store: Store): void {
  for (const name of store.names()) store.remove(name)
}

function takeIn(store: Store, name: string, written: string): boolean {
  const before = store.written(name)
  const mine = before === null || !name.startsWith("item:") ? null : store.get(name, withHistory)
  store.put(name, written)
  const theirs = store.get(name, (fields) => (readerOf(name)?.(fields) ? { ...fields } : null))
  if (!theirs) {
    if (before === null) store.remove(name)
    else store.put(name, before)
    return false
  }
  if (mine && mine["rev"] === theirs["rev"] && mine["fp"] === theirs["fp"])
    store.set(name, merged(mine, theirs as Fields))
  return true
}

type Fields = Record<string, unknown> & History

function withHistory(fields: Record<string, unknown>): Fields | null {
  const history = readHistory(fields)
  return history && { ...fields, ...history }
}

/** Both logs in one, a day once; the last result is that of the later one. */
function merged(mine: Fields, theirs: Fields): Fields {
  const days = new Map([...theirs.log, ...mine.log])
  const latest = (fields: Fields): number => fields.log[fields.log.length - 1]?.[0] ?? 0
  return { ...(latest(theirs) > latest(mine) ? theirs : mine), log: [...days].sort(([one], [other]) => one - other) }
}

function readerOf(name: string): ((fields: Record<string, unknown>) => object | null) | undefined {
  const [, kind] = /^(quiz|item):[a-z0-9:-]{1,200}$/.exec(name) ?? []
  return kind ? READERS[kind as keyof typeof READERS] : undefined
}

function savedIn(text: string): Record<string, unknown> | null {
  try {
    const { kind, saved } = JSON.parse(text) as { kind?: unknown; saved?: unknown }
    return kind === KIND && typeof saved === "object" && saved !== null ? (saved as Record<string, unknown>) : null
  } catch {
    return null
  }
}
