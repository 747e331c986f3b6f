// Keeps the ticks of one checklist in the browser, by the permanent names of its entries.

/** What is wrong with the storage: what it held cannot be read, or it cannot be used. */
export type Trouble = "damaged" | "unsaved"

export interface Reading {
  readonly keys: ReadonlySet<string>
  readonly trouble: Trouble | null
}

export interface Ticks {
  read(): Reading
  /** Adds or removes one tick. What another tab has saved meanwhile stays. */
  set(key: string, ticked: boolean): Trouble | null
  /** Puts these ticks in place of all. */
  replace(keys: Iterable<string>): Trouble | null
}

/** The ticks saved under a name. `storage` is asked each time: where it is forbidden, even asking for it throws. */
export function ticksIn(storage: () => Storage, name: string): Ticks {
  function read(): Reading {
    let saved: string | null
    try {
      saved = storage().getItem(name)
    } catch {
      return { keys: new Set(), trouble: "unsaved" }
    }
    const keys = saved === null ? [] : parsed(saved)
    return { keys: new Set(keys ?? []), trouble: keys ? null : "damaged" }
  }

  function replace(keys: Iterable<string>): Trouble | null {
    try {
      const kept = [...keys]
      if (kept.length) storage().setItem(name, JSON.stringify(kept))
      else storage().removeItem(name)
      return null
    } catch {
      return "unsaved"
    }
  }

  function set(key: string, ticked: boolean): Trouble | null {
    const keys = new Set(read().keys)
    if (ticked) keys.add(key)
    else keys.delete(key)
    return replace(keys)
  }

  return { read, set, replace }
}

function parsed(saved: string): string[] | null {
  try {
    const keys: unknown = JSON.parse(saved)
    return Array.isArray(keys) && keys.every((key) => typeof key === "string") ? keys : null
  } catch {
    return null
  }
}
