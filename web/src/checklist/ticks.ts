// Keeps the ticks of one checklist in the browser, by the permanent names of its entries.
import { readObject } from "../json"
import { type StorageProblem, storeIn } from "../store"

export interface Reading {
  readonly keys: ReadonlySet<string>
  readonly problem: StorageProblem | null
}

export interface Ticks {
  /** The name under which the browser keeps them. */
  readonly name: string
  read(): Reading
  /** Adds or removes one tick. What another tab has saved meanwhile stays. */
  set(key: string, ticked: boolean): StorageProblem | null
  /** Puts these ticks in place of all. */
  replace(keys: Iterable<string>): StorageProblem | null
}

/** The ticks of a checklist of a site. `storage` is asked each time: where it is forbidden, even asking for it throws. */
export function ticksIn(storage: () => Storage, site: string, checklist: string): Ticks {
  let problem: StorageProblem | null = null
  const name = `checklist:${checklist}`
  const store = storeIn(storage, site, (now) => {
    problem = now
  })

  function read(): Reading {
    problem = null
    const { keys, whole } = readKeys(store.text(name))
    return { keys: new Set(keys), problem: problem ?? (whole ? null : "damaged") }
  }

  function replace(keys: Iterable<string>): StorageProblem | null {
    problem = null
    const list = [...keys]
    if (readKeys(store.text(name)).whole || store.setAside(name))
      store.put(name, list.length ? JSON.stringify(list) : null)
    return problem
  }

  function set(key: string, ticked: boolean): StorageProblem | null {
    const keys = new Set(read().keys)
    if (ticked) keys.add(key)
    else keys.delete(key)
    return replace(keys)
  }

  return { name: store.full(name), read, set, replace }
}

/** The ticks in a text that can be read, and whether they are all. */
function readKeys(saved: string | null): { readonly keys: readonly string[]; readonly whole: boolean } {
  const list = saved === null ? [] : readObject(saved)
  if (!Array.isArray(list)) return { keys: [], whole: false }
  const keys = list.filter((key) => typeof key === "string")
  return { keys, whole: keys.length === list.length }
}
