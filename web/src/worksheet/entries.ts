// What is entered in the fields of a worksheet, by the permanent names of its fields.

/** A text, the option that is chosen, or for each round the options that were kept. */
export type Entry = string | readonly (readonly string[])[]
export type Entries = Readonly<Record<string, Entry>>

const KIND = "handbook-worksheet"

/** Entries out of a record or a file; null where they are not such. */
export function readEntries(held: unknown): Entries | null {
  if (typeof held !== "object" || held === null || Array.isArray(held)) return null
  return Object.values(held).every(isEntry) ? (held as Entries) : null
}

/** The text of a file. */
export function asFile(sheet: string, entries: Entries): string {
  return JSON.stringify({ kind: KIND, sheet, entries }, null, 1)
}

/** The entries in the text of a file of this sheet; null when it is no such file. */
export function fromFile(sheet: string, text: string): Entries | null {
  try {
    const file = JSON.parse(text) as { kind?: unknown; sheet?: unknown; entries?: unknown }
    return file.kind === KIND && file.sheet === sheet ? readEntries(file.entries) : null
  } catch {
    return null
  }
}

function isEntry(entry: unknown): boolean {
  const texts = (list: unknown): boolean => Array.isArray(list) && list.every((text) => typeof text === "string")
  return typeof entry === "string" || (Array.isArray(entry) && entry.every(texts))
}
