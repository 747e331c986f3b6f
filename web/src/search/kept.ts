// What the search keeps in this browser: the answers chosen last, and what nothing was found for, until it is sent.
import type { Fields } from "../json"
import type { Read, Store } from "../store"

const RECENT = "recent"
const MISSED = "missed"
const MOST_RECENT = 4
const MOST_MISSED = 50

/** An answer that was chosen: what it says, and its address in the site. */
export interface Recent {
  readonly text: string
  readonly about: string
  readonly at: string
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : []

const readRecent: Read<readonly Recent[]> = ({ chosen }) => {
  const rows: unknown[] = Array.isArray(chosen) ? chosen : []
  return rows.flatMap((row) => {
    const { text, about, at } = Object(row) as Fields
    return typeof text === "string" && typeof at === "string" ? [{ text, about: String(about ?? ""), at }] : []
  })
}

const readMissed: Read<readonly string[]> = ({ queries }) => texts(queries)

/** The answers that were chosen last, the newest first. */
export function recent(store: Store): readonly Recent[] {
  return store.get(RECENT, readRecent) ?? []
}

export function keepRecent(store: Store, { text, about, at }: Recent): void {
  const others = recent(store).filter((other) => other.at !== at)
  store.set(RECENT, { chosen: [{ text, about, at }, ...others].slice(0, MOST_RECENT) }, readRecent)
}

/** What nothing was found for, and nobody has been told yet. */
export function missed(store: Store): readonly string[] {
  return store.get(MISSED, readMissed) ?? []
}

export function keepMissed(store: Store, queries: readonly string[]): boolean {
  const kept = [...new Set(queries)].slice(-MOST_MISSED)
  return store.set(MISSED, kept.length ? { queries: kept } : null, readMissed)
}
