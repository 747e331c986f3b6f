// What the platform gets: state, score, an interaction for each question, time.
import type { RecordedItem } from "./attempt"
import { response, result, timeOfDay, timespan } from "./interaction"
import type { Platform } from "./platform"
import type { ItemState } from "./suspend"

/** Why nothing is sent: the attempt is only looked at, or it was passed or completed before. */
export type Silence = "review" | "settled"

export interface Report {
  /** The percentage to reach: the platform's, else the quiz's own. */
  readonly mark: number | null
  silence(): Silence | null
  /** Tells of a first answer, and after how many milliseconds it was given. */
  answered(at: number, state: ItemState, spent: number): void
  /** Has the platform keep an attempt, with its result if it has one. Whether it did. */
  save(packed: string, percent: number | null): boolean
  /** Ends the session. */
  close(): void
}

export function reporter(platform: Platform, questions: readonly RecordedItem[], own: number | null): Report {
  const began = Date.now()
  const mark = markOf(platform.get("cmi.student_data.mastery_score")) ?? own
  const before = platform.get("cmi.core.lesson_status")
  // A platform that sets no mode means the normal one.
  const review = ["review", "browse"].includes(platform.get("cmi.core.lesson_mode"))
  const places = new Map<string, number>()
  let next = Number(platform.get("cmi.interactions._count")) || 0
  let settled = before === "passed" || (before === "completed" && mark === null)
  let records = true

  if (!review) {
    if (!settled && before !== "failed")
      platform.set("cmi.core.lesson_status", questions.length ? "incomplete" : "completed")
    platform.set("cmi.core.exit", "suspend")
  }

  const silence = (): Silence | null => (review ? "review" : settled ? "settled" : null)

  /** A platform need not have interactions: at the first that it refuses, no more are sent. */
  function set(name: string, value: string): void {
    records = records && platform.set(name, value, false)
  }

  function time(): void {
    platform.set("cmi.core.session_time", timespan(Date.now() - began))
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
      set(`${begins}time`, timeOfDay(new Date()))
      set(`${begins}weighting`, String(points))
      for (const [number, right] of record.right.entries())
        set(`${begins}correct_responses.${number}.pattern`, response(record, right))
      if (answer.length) set(`${begins}student_response`, response(record, answer))
      set(`${begins}result`, result(first ?? 0))
      set(`${begins}latency`, timespan(spent))
      if (!places.has(record.id)) next += 1
      places.set(record.id, place)
    },
    save(packed, percent) {
      if (silence()) return false
      platform.set("cmi.suspend_data", packed)
      const state = percent === null ? null : mark === null ? "completed" : percent >= mark ? "passed" : "failed"
      if (state) {
        platform.set("cmi.core.score.min", "0")
        platform.set("cmi.core.score.max", "100")
        platform.set("cmi.core.score.raw", String(percent))
        platform.set("cmi.core.lesson_status", state)
      }
      time()
      const saved = platform.commit()
      settled = saved && (state === "passed" || state === "completed")
      return saved
    },
    close() {
      if (!review) time()
      platform.finish()
    },
  }
}

function markOf(value: string): number | null {
  const mark = Number(value)
  return value.trim() && mark >= 0 && mark <= 100 ? mark : null
}
