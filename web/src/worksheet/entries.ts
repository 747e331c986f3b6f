// What is entered in the fields of a worksheet, by the permanent names of its fields.
import { isObject, readObject } from "../json"

/** A text, the option that is chosen, or for each round the options that were kept. */
export type Entry = string | readonly (readonly string[])[]
export type Entries = Readonly<Record<string, Entry>>

const KIND = "handbook-worksheet"

/** How many fields a file has, by what becomes of them when it is opened. */
export interface FieldCounts {
  readonly fresh: number
  /** How many of those fresh had another entry here. */
  readonly replaced: number
  /** Those that were here already. */
  readonly same: number
  /** Those that cannot be read. */
  readonly damaged: number
  /** Those that have an entry here, and are not in the file. */
  readonly other: number
}

/** Entries out of a record or a file; null where they are not such. One that is damaged is left out, and `flaw` called. */
export function readEntries(record: unknown, flaw: () => void): Entries | null {
  if (!isObject(record) || Array.isArray(record)) return null
  const all = Object.entries(record)
  const pairs = all.filter((pair): pair is [string, Entry] => isEntry(pair[1]))
  for (let at = pairs.length; at < all.length; at += 1) flaw()
  return Object.fromEntries(pairs)
}

/** The entries of a sheet with those of a file, which go before, and how many those are. */
export function opened(here: Entries, file: Entries, damaged: number): FieldCounts & { readonly entries: Entries } {
  const same = (key: string): boolean => JSON.stringify(here[key]) === JSON.stringify(file[key])
  const keys = Object.keys(file)
  const fresh = keys.filter((key) => !same(key))
  return {
    entries: { ...here, ...file },
    fresh: fresh.length,
    replaced: fresh.filter((key) => here[key] !== undefined).length,
    same: keys.length - fresh.length,
    damaged,
    other: Object.keys(here).filter((key) => file[key] === undefined).length,
  }
}

/** The text of a file. */
export function asFile(sheet: string, entries: Entries): string {
  return JSON.stringify({ kind: KIND, sheet, entries }, null, 1)
}

/** The entries in the text of a file of this sheet; null when it is no such file. */
export function fromFile(sheet: string, text: string, flaw: () => void): Entries | null {
  const file = readObject(text)
  return file?.["kind"] === KIND && file["sheet"] === sheet ? readEntries(file["entries"], flaw) : null
}

function isEntry(entry: unknown): entry is Entry {
  const texts = (list: unknown): boolean => Array.isArray(list) && list.every((text) => typeof text === "string")
  return typeof entry === "string" || (Array.isArray(entry) && entry.every(texts))
}
