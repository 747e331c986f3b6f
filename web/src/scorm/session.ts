// A session on the platform: its mode, what was reached before, and what is sent at its beginning and end.
import type { Model, Status, Values } from "./model"
import type { Platform } from "./platform"

/**
 * Why nothing is sent: it is only previewed, an attempt that is over is looked at ("again": one that failed), or it
 * was passed or completed before.
 */
export type Silence = "preview" | "review" | "again" | "settled"

export interface Session {
  readonly silence: Silence | null
  /** Sends values. Whether the platform took them all. */
  send(values: Values): boolean
  /** Has the platform keep what it was sent, with the time that was spent. Whether it did. */
  save(): boolean
  /** Ends the session. */
  close(): void
}

/** Begins a session. `begun` gives what to say of an attempt that goes on, by what was reached before; null: nothing. */
export function beginSession(
  platform: Platform,
  model: Model,
  isSettled: (before: Status) => boolean,
  begun: (before: Status) => Status | null,
): Session {
  const from = performance.now()
  const before = model.status(platform)
  const silence = silenceOf(platform.get(model.mode), before, isSettled)
  const looking = silence !== null && silence !== "settled"

  const send = (values: Values): boolean =>
    values.reduce((whole, [name, value]) => platform.set(name, value) && whole, true)
  const time = (): boolean => send([[model.time, model.timespan(performance.now() - from)]])

  if (silence === "preview") send(model.previewed(platform))
  else if (!looking) {
    const status = silence ? null : begun(before)
    if (status) send(model.reached(status))
    send([[model.exit, "suspend"]])
  }

  return {
    silence,
    send,
    save() {
      time()
      return platform.commit()
    },
    close() {
      if (!looking) time()
      platform.finish()
    },
  }
}

/** A platform that sets no mode means the normal one. */
function silenceOf(mode: string, before: Status, isSettled: (before: Status) => boolean): Silence | null {
  if (mode === "browse") return "preview"
  if (mode === "review") return before === "failed" ? "again" : "review"
  return isSettled(before) ? "settled" : null
}
