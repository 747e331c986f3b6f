// Keeps the ticks of one checklist in the browser, by the permanent names of its entries.
import { readObject } from "../json"
import type { StorageProblem } from "../store"

export interface Reading {
  readonly keys: ReadonlySet<string>
  readonly problem: StorageProblem | null
}

export interface Ticks {
  read(): Reading
  /** Adds or removes one tick. What another tab has saved meanwhile stays. */
  set(key: string, ticked: boolean): StorageProblem | null
  /** Puts these ticks in place of all. */
  replace(keys: Iterable<string>): StorageProblem | null
}

/** The ticks saved under a name. `storage` is asked each time: where it is forbidden, even asking for it throws. */
export function ticksIn(storage: () => Storage, name: string): Ticks {
  function read(): Reading {
    let saved: string | null
    try {
      saved = storage().getItem(name)
    } catch {
      return { keys: new Set(), problem: "unsaved" }
    }
    const keys = saved === null ? [] : readKeys(saved)
    return { keys: new Set(keys ?? []), problem: keys ? null : "damaged" }
  }

  function replace(keys: Iterable<string>): StorageProblem | null {
    try {
      const list = [...keys]
      if (list.length) storage().setItem(name, JSON.stringify(list))
      else storage().removeItem(name)
      return null
    } catch {
      return "unsaved"
    }
  }

  function set(key: string, ticked: boolean): StorageProblem | null {
    const keys = new Set(read().keys)
    if (ticked) keys.add(key)
    else keys.delete(key)
    return replace(keys)
  }

  return { read, set, replace }
}

function readKeys(saved: string): string[] | null {
  const keys = readObject(saved)
  return Array.isArray(keys) && keys.every((key) => typeof key === "string") ? keys : null
}
