// What the platform gets of a quiz: state, score, an interaction for each question, time.
import type { RecordedItem } from "./attempt"
import { type Model, SCORM_12 } from "./model"
import type { Platform } from "./platform"
import { beginSession, type Silence } from "./session"
import type { ItemState } from "./suspend"

export interface Report {
  /** The percentage to reach: the platform's, else the quiz's own. */
  readonly mark: number | null
  silence(): Silence | null
  /** Reports a first answer, and after how many milliseconds it was given. */
  answered(at: number, state: ItemState, spent: number): void
  /** Has the platform keep an attempt, with its result if it has one. Whether it did. */
  save(packed: string, percent: number | null): boolean
  /** Ends the session. */
  close(): void
}

export function reporter(
  platform: Platform,
  questions: readonly RecordedItem[],
  own: number | null,
  model: Model = SCORM_12,
): Report {
  const mark = model.mark(platform) ?? own
  const session = beginSession(
    platform,
    model,
    (before) => before === "passed" || (before === "completed" && mark === null),
    (before) => (before === "failed" ? null : questions.length ? "incomplete" : "completed"),
  )
  const places = new Map<string, number>()
  let next = Number(platform.get("cmi.interactions._count")) || 0
  let settled = false
  let records = true

  const silence = (): Silence | null => session.silence ?? (settled ? "settled" : null)

  /** A platform need not have interactions: at the first that it refuses, no more are sent. */
  function set(name: string, value: string): void {
    records = records && platform.set(name, value, false)
  }

  return {
    mark,
    silence,
    answered(at, { answer, first }, spent) {
      const question = questions[at]
      if (!question || !records || silence()) return
      const { record, points } = question
      const place = places.get(record.id) ?? next
      const begins = `cmi.interactions.${place}.`
      set(`${begins}id`, record.id)
      set(`${begins}type`, record.kind)
      set(begins + model.moment, model.timestamp(new Date()))
      set(`${begins}weighting`, String(points))
      for (const [number, right] of record.right.entries())
        set(`${begins}correct_responses.${number}.pattern`, model.response(record, right))
      if (answer.length) set(begins + model.answer, model.response(record, answer))
      set(`${begins}result`, model.result(first ?? 0))
      set(`${begins}latency`, model.timespan(spent))
      if (!places.has(record.id)) next += 1
      places.set(record.id, place)
    },
    save(packed, percent) {
      if (silence()) return false
      platform.set("cmi.suspend_data", packed)
      const state = percent === null ? null : mark === null ? "completed" : percent >= mark ? "passed" : "failed"
      if (state && percent !== null) {
        session.send(model.score(percent))
        session.send(model.reached(state))
      }
      const saved = session.save()
      settled = saved && (state === "passed" || state === "completed")
      return saved
    },
    close: session.close,
  }
}
