// What a reader has said about pages, kept in this browser until they send it themselves.
import type { Read, Store } from "../store"

export interface Report {
  /** The page, by its address from the site's first folder. */
  readonly address: string
  readonly title: string
  readonly helpful: boolean
  readonly note: string
  /** The part of the page that was on the screen. */
  readonly part: string
  readonly edition: string
}

const PREFIX = "feedback:"
export const LONGEST = 1000

/** Out of a record. What is not as it should be is left out, and `flaw` called. */
const read: Read<Omit<Report, "address">> = (record, flaw) => {
  const { helpful } = record
  if (typeof helpful !== "boolean") return null
  const text = (name: string): string => {
    const value = record[name] ?? ""
    if (typeof value !== "string") flaw()
    return typeof value === "string" ? value.slice(0, LONGEST) : ""
  }
  return { title: text("title"), helpful, note: text("note"), part: text("part"), edition: text("edition") }
}

export function reportOn(store: Store, address: string): Report | null {
  const report = store.get(PREFIX + address, read)
  return report && { address, ...report }
}

export function keepReport(store: Store, { address, ...report }: Report): boolean {
  return store.set(PREFIX + address, { ...report, note: report.note.slice(0, LONGEST) }, read)
}

export function dropReport(store: Store, address: string): void {
  store.set(PREFIX + address, null, read)
}

/** All that are kept, by their addresses. */
export function reports(store: Store): Report[] {
  const names = store.names().filter((name) => name.startsWith(PREFIX))
  return names.sort().flatMap((name) => reportOn(store, name.slice(PREFIX.length)) ?? [])
}

/** Whether a key of the storage is that of a report, or stands for all keys. */
export function isReport(store: Store, key: string | null): boolean {
  return key === null || key.startsWith(store.full(PREFIX))
}
