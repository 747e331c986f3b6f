// What this handbook keeps in this browser: records by name, each with the version it is written in and the time.
import { type Fields, readObject } from "./json"

/** What is wrong with the storage: what it holds cannot be read, or it cannot be used. */
export type StorageProblem = "damaged" | "unsaved"

/** Makes a record of one version into one of the next. */
export type Step = (record: Fields) => Fields

/** Reads a record; null when it cannot. Calls `flaw` where a part of it is damaged and left out. */
export type Read<Kind> = (record: Fields, flaw: () => void) => Kind | null

/** The way from version 1 on: the first makes version 2 of 1, and so on. */
const STEPS: readonly Step[] = []

export interface Store {
  /** The path of the site's first folder. */
  readonly site: string
  /** The name under which the browser keeps a record. */
  full(name: string): string
  /** The record of this name if it is there and `read` can read it. */
  get<Kind>(name: string, read: Read<Kind>): Kind | null
  /** Saves a record, or removes it. What is there is set aside unless `read` finds it whole. Whether it was saved. */
  set(name: string, record: object | null, read: Read<unknown>): boolean
  /** A record as it is written. */
  text(name: string): string | null
  /** Puts a text in place of a record, or removes it. Whether it was saved. */
  put(name: string, text: string | null): boolean
  /** Keeps a text beside the records, such as one that cannot be read and has to make room. Whether it is kept. */
  setAside(name: string, text?: string | null): boolean
  /** The fields of a text that a record was written as, perhaps by an older version. */
  fields(text: string): Fields | null
  /** The names of all records. */
  names(): string[]
}

/** What the names of the drafts of a site begin with. */
export function draftPrefix(site: string): string {
  return `handbook-draft:${site}:`
}

/** The theme's own name for the choice of light or dark. */
export function paletteKey(site: string): string {
  return `${site}.__palette`
}

/** When a record was saved, in milliseconds since 1970; 0 when it does not say, or a time that no clock has. */
export function savedAt(record: Fields | null): number {
  const at = Number(record?.["at"])
  return at > 0 && at < 1e14 ? at : 0
}

/** The records of the handbook at a path. `storage` is asked each time: where it is forbidden, even asking throws. */
export function storeIn(
  storage: () => Storage,
  site: string,
  onProblem: (problem: StorageProblem) => void,
  steps = STEPS,
): Store {
  const prefix = `handbook:${site}:`
  const full = (name: string): string => prefix + name

  function attempt<Kind>(run: (storage: Storage) => Kind, otherwise: Kind): Kind {
    try {
      return run(storage())
    } catch {
      onProblem("unsaved")
      return otherwise
    }
  }

  const text = (name: string): string | null => attempt((held) => held.getItem(full(name)), null)
  const fields = (record: string): Fields | null => upgraded(record, steps)

  const put = (name: string, record: string | null): boolean =>
    attempt((held) => {
      if (record === null) held.removeItem(full(name))
      else held.setItem(full(name), record)
      return true
    }, false)

  function setAside(name: string, record = text(name), at = 1): boolean {
    const place = `aside:${at}:${name}`
    const other = text(place)
    if (record === null || record === other) return true
    return other === null ? put(place, record) : setAside(name, record, at + 1)
  }

  /** A record as `read` reads it, whether that is all of it, and its fields. */
  function reading<Kind>(name: string, read: Read<Kind>): [Kind | null, boolean, Fields | null] {
    const saved = text(name)
    const record = saved === null ? null : fields(saved)
    let whole = true
    const flaw = (): void => {
      whole = false
    }
    const kind = record && read(record, flaw)
    return [kind, saved === null || (whole && kind !== null), record]
  }

  return {
    site,
    full,
    text,
    put,
    setAside,
    fields,
    get(name, read) {
      const [kind, whole] = reading(name, read)
      if (!whole) onProblem("damaged")
      return kind
    },
    set(name, record, read) {
      const [, whole, before] = reading(name, read)
      // Later than what it follows, even when the clock was set back
      const at = Math.max(Date.now(), savedAt(before) + 1)
      return (whole || setAside(name)) && put(name, record && JSON.stringify({ v: steps.length + 1, at, ...record }))
    },
    names: () =>
      attempt(
        (held) =>
          Object.keys(held)
            .filter((key) => key.startsWith(prefix))
            .map((key) => key.slice(prefix.length)),
        [],
      ),
  }
}

function upgraded(saved: string, steps: readonly Step[]): Fields | null {
  const record = readObject(saved)
  if (!record) return null
  const { v, ...held } = record
  const version = Number.isInteger(v) ? Number(v) : 0
  if (version < 1 || version > steps.length + 1) return null
  try {
    return steps.slice(version - 1).reduce((older, step) => step(older), held)
  } catch {
    return null // what a step cannot read is damaged
  }
}
