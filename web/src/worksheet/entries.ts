// What is entered in the fields of a worksheet, by the permanent names of its fields.
import { isObject, readObject } from "../json"

/** A text, the option that is chosen, or for each round the options that were kept. */
export type Entry = string | readonly (readonly string[])[]
export type Entries = Readonly<Record<string, Entry>>

const KIND = "handbook-worksheet"

/** Entries out of a record or a file; null where they are not such. */
export function readEntries(record: unknown): Entries | null {
  return isEntries(record) ? record : null
}

/** The text of a file. */
export function asFile(sheet: string, entries: Entries): string {
  return JSON.stringify({ kind: KIND, sheet, entries }, null, 1)
}

/** The entries in the text of a file of this sheet; null when it is no such file. */
export function fromFile(sheet: string, text: string): Entries | null {
  const file = readObject(text)
  return file?.["kind"] === KIND && file["sheet"] === sheet ? readEntries(file["entries"]) : null
}

function isEntries(record: unknown): record is Entries {
  return isObject(record) && !Array.isArray(record) && Object.values(record).every(isEntry)
}

function isEntry(entry: unknown): boolean {
  const texts = (list: unknown): boolean => Array.isArray(list) && list.every((text) => typeof text === "string")
  return typeof entry === "string" || (Array.isArray(entry) && entry.every(texts))
}
