// What this handbook keeps in this browser: records by name, each with the version it is written in.
import { type Fields, readObject } from "./json"

/** What is wrong with the storage: what it holds cannot be read, or it cannot be used. */
export type StorageProblem = "damaged" | "unsaved"

/** Makes a record of one version into one of the next. */
export type Step = (record: Fields) => Fields

/** The way from version 1 on: the first makes version 2 of 1, and so on. */
const STEPS: readonly Step[] = []

export interface Store {
  /** The name under which the browser keeps a record. */
  full(name: string): string
  /** The record of this name if it is there and `read` can read it. */
  get<Kind>(name: string, read: (record: Fields) => Kind | null): Kind | null
  set(name: string, record: object): void
  remove(name: string): void
  /** A record as it is written. */
  text(name: string): string | null
  /** Puts a record in as it was written, perhaps by an older version. */
  put(name: string, text: string): void
  /** The names of all records. */
  names(): string[]
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
  const put = (name: string, record: string): void => attempt((held) => held.setItem(full(name), record), undefined)

  return {
    full,
    text,
    put,
    get(name, read) {
      const saved = text(name)
      if (saved === null) return null
      const record = upgraded(saved, steps)
      const known = record && read(record)
      if (!known) onProblem("damaged")
      return known
    },
    set: (name, record) => put(name, JSON.stringify({ v: steps.length + 1, ...record })),
    remove: (name) => attempt((held) => held.removeItem(full(name)), undefined),
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
  return steps.slice(version - 1).reduce((older, step) => step(older), held)
}
