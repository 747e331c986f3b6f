// Taking one's progress along as a file, and forgetting everything on this computer.
import { type Fields, isObject, readObject } from "../json"
import { type History, readAnswer, readAttempt, readHistory } from "../records"
import type { Store } from "../store"

/** What a file says first, so that another one is not taken for it. */
const KIND = "handbook-progress"

type Reader = (fields: Fields) => object | null
type Remembered = Fields & History

const quiz: Reader = (fields) => readAnswer(fields) ?? readAttempt(fields)

/** Records that are progress, and how each kind is read. */
const READERS: ReadonlyMap<string, Reader> = new Map([
  ["quiz", quiz],
  ["item", readHistory],
])

/** All progress as the text of a file. Addresses are not in it: it fits the handbook wherever it stands. */
export function exportProgress(store: Store): string {
  const names = store.names().filter(readerOf).sort()
  return JSON.stringify(
    { kind: KIND, saved: Object.fromEntries(names.map((name) => [name, store.text(name)])) },
    null,
    1,
  )
}

/** Takes in the text of a file. What was practiced here and there is put together. Gives how many records it held; null when it is no such file. */
export function importProgress(store: Store, text: string): number | null {
  const file = readObject(text)
  if (file?.["kind"] !== KIND || !isObject(file["saved"])) return null
  let count = 0
  for (const [name, record] of Object.entries(file["saved"])) {
    if (typeof record === "string" && readerOf(name) && takeIn(store, name, record)) count += 1
  }
  return count
}

/** Removes all that the handbook keeps in this browser: ticks of checklists and worksheets, too. */
export function forget(store: Store): void {
  for (const name of store.names()) store.remove(name)
}

function takeIn(store: Store, name: string, record: string): boolean {
  const before = store.text(name)
  const mine = before === null ? null : readRemembered(store, name)
  store.put(name, record)
  if (!store.get(name, (fields) => readerOf(name)?.(fields) ?? null)) {
    if (before === null) store.remove(name)
    else store.put(name, before)
    return false
  }
  const theirs = readRemembered(store, name)
  if (mine && theirs && mine["rev"] === theirs["rev"] && mine["fp"] === theirs["fp"])
    store.set(name, merge(mine, theirs))
  return true
}

/** The history of a question with the revision it is of; null for another kind of record. */
function readRemembered(store: Store, name: string): Remembered | null {
  if (!name.startsWith("item:")) return null
  return store.get(name, (fields) => {
    const history = readHistory(fields)
    return history && { ...fields, ...history }
  })
}

/** Both logs in one, a day once; the last result is that of the later one. */
function merge(mine: Remembered, theirs: Remembered): Remembered {
  const days = new Map([...theirs.log, ...mine.log])
  const latest = ({ log }: Remembered): number => log[log.length - 1]?.[0] ?? 0
  return { ...(latest(theirs) > latest(mine) ? theirs : mine), log: [...days].sort(([one], [other]) => one - other) }
}

function readerOf(name: string): Reader | undefined {
  const [, kind] = /^(quiz|item):[a-z0-9:-]{1,200}$/.exec(name) ?? []
  return kind ? READERS.get(kind) : undefined
}
