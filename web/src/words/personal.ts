// A reader's own words: name, office and number, kept in this browser alone, and put into the lines to say.
import { isObject } from "../json"
import type { Read, Store } from "../store"

export const OWN = ["name", "office", "number"] as const
export type Own = (typeof OWN)[number]
export type OwnWords = { readonly [Name in Own]?: string }

const NAME = "personal"

/** The longest that is kept. */
export const LONGEST = 80

/** Out of a record. What is no text is left out, and `flaw` called. */
const read: Read<OwnWords> = ({ words }, flaw) => {
  if (!isObject(words) || Array.isArray(words)) return null
  const pairs = OWN.flatMap((name): [Own, string][] => {
    const text = words[name]
    if (typeof text === "string" && text) return [[name, text.slice(0, LONGEST)]]
    if (text !== undefined) flaw()
    return []
  })
  return Object.fromEntries(pairs)
}

/** Where the browser keeps nothing: those of this page. */
let here: OwnWords = {}

export function ownWords(store: Store): OwnWords {
  return store.get(NAME, read) ?? here
}

/** Keeps them in place of those before; the empty ones are kept no longer. Whether that worked. */
export function keepOwnWords(store: Store, words: OwnWords): boolean {
  const pairs = OWN.flatMap((name) => {
    const text = words[name]?.trim().slice(0, LONGEST)
    return text ? [[name, text] as const] : []
  })
  const own = Object.fromEntries(pairs)
  const kept = store.set(NAME, pairs.length ? { words: own } : null, read)
  here = kept ? {} : own
  return kept
}

/** The name of the record, for whoever listens to the storage. */
export function ownRecord(store: Store): string {
  return store.full(NAME)
}
