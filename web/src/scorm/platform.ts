// The learning platform as the player knows it: whatever it answers, the player goes on. It is sent only what changed.
import type { Api } from "./find"

export interface Platform {
  /** Whether there is one that answers. */
  readonly there: boolean
  /** A value that the platform holds; empty where it holds none, and where it fails, which `onFailure` learns. */
  get(name: string, onFailure?: () => void): string
  /** Sends a value unless it is what was sent last. Whether the platform took it, or has it. */
  set(name: string, value: string, needed?: boolean): boolean
  /** Has the platform keep what it was sent. Whether it did, and took all that is needed since the last time. */
  commit(): boolean
  finish(): void
}

/** Begins a session; without an API, one that holds nothing. */
export function connect(api: Api | null): Platform {
  const there = api !== null && succeeds(() => api.LMSInitialize(""))
  const sent = new Map<string, string>()
  let open = there
  let whole = true

  return {
    there,
    get(name, onFailure = () => {}) {
      if (!api || !open) return ""
      try {
        const value = textOf(api.LMSGetValue(name))
        sent.set(name, value)
        return value
      } catch {
        onFailure()
        return ""
      }
    },
    set(name, value, needed = true) {
      if (!api || !open || sent.get(name) === value) return open
      const success = succeeds(() => api.LMSSetValue(name, value))
      if (success) sent.set(name, value)
      if (needed) whole = whole && success
      return success
    },
    commit() {
      const success = api !== null && open && succeeds(() => api.LMSCommit("")) && whole
      whole = true
      return success
    },
    finish() {
      if (api && open) succeeds(() => api.LMSFinish(""))
      open = false
    },
  }
}

/** A value as text. Some platforms write out that they hold none. */
function textOf(value: unknown): string {
  const text = String(value ?? "")
  return text === "null" || text === "undefined" ? "" : text
}

/** Whether a call worked. Some platforms answer with a truth value where SCORM has a text. */
function succeeds(call: () => unknown): boolean {
  try {
    return !["false", "0", ""].includes(String(call()))
  } catch {
    return false
  }
}
