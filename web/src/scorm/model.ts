// How an edition of SCORM names what the player reports: SCORM 1.2 and SCORM 2004 (3rd edition).
//
// Sources: ADL SCORM 1.2 Run-Time Environment 3.4; ADL SCORM 2004 3rd Edition Run-Time Environment 4.1 and 4.2.
import { type InteractionRecord, response, result, timeOfDay, timespan } from "./interaction"
import * as newer from "./interaction2004"
import type { Platform } from "./platform"

/** How far an attempt has come. In SCORM 2004 these are two values, completion and success. */
export type Status = "" | "incomplete" | "completed" | "passed" | "failed"

/** Names of elements with their values, in the order in which they are sent. */
export type Values = readonly (readonly [name: string, value: string])[]

export interface Model {
  readonly mode: string
  readonly exit: string
  readonly time: string
  /** The last parts of the names of an interaction's moment and answer. */
  readonly moment: string
  readonly answer: string
  /** The percentage to reach that the platform sets; null where it sets none. */
  mark(platform: Platform): number | null
  status(platform: Platform): Status
  /** What says how far an attempt has come. */
  reached(status: Status): Values
  /** What keeps a platform from taking a preview for a completed attempt. */
  previewed(platform: Platform): Values
  score(percent: number): Values
  response(record: InteractionRecord, answer: readonly string[]): string
  result(share: number): string
  timespan(milliseconds: number): string
  timestamp(date: Date): string
}

const STATUS = "cmi.core.lesson_status"

export const SCORM_12: Model = {
  mode: "cmi.core.lesson_mode",
  exit: "cmi.core.exit",
  time: "cmi.core.session_time",
  moment: "time",
  answer: "student_response",
  mark: (platform) => markOf(platform.get("cmi.student_data.mastery_score"), 1),
  status: (platform) => statusOf(platform.get(STATUS)),
  reached: (status) => [[STATUS, status]],
  // Moodle makes of "not attempted" that the package was completed, whatever the mode.
  previewed: (platform) => (["", "not attempted"].includes(platform.get(STATUS)) ? [[STATUS, "browsed"]] : []),
  score: (percent) => [
    ["cmi.core.score.min", "0"],
    ["cmi.core.score.max", "100"],
    ["cmi.core.score.raw", String(percent)],
  ],
  response,
  result,
  timespan,
  timestamp: timeOfDay,
}

const [COMPLETION, SUCCESS] = ["cmi.completion_status", "cmi.success_status"]

export const SCORM_2004: Model = {
  mode: "cmi.mode",
  exit: "cmi.exit",
  time: "cmi.session_time",
  moment: "timestamp",
  answer: "learner_response",
  mark: (platform) => markOf(platform.get("cmi.scaled_passing_score"), 100),
  status: (platform) => statusOf(platform.get(SUCCESS)) || statusOf(platform.get(COMPLETION)),
  reached(status) {
    if (status !== "passed" && status !== "failed") return [[COMPLETION, status]]
    return [
      [COMPLETION, "completed"],
      [SUCCESS, status],
    ]
  },
  previewed: () => [],
  score: (percent) => [
    ["cmi.score.min", "0"],
    ["cmi.score.max", "100"],
    ["cmi.score.raw", String(percent)],
    ["cmi.score.scaled", String(Number((percent / 100).toFixed(4)))],
  ],
  ...newer,
}

/** The model of a package, by what its page says of it. */
export function modelOf(edition: string): Model {
  return edition === "2004" ? SCORM_2004 : SCORM_12
}

function statusOf(value: string): Status {
  return value === "incomplete" || value === "completed" || value === "passed" || value === "failed" ? value : ""
}

function markOf(value: string, scale: number): number | null {
  const mark = Math.round(Number(value) * scale * 100) / 100
  return value.trim() && mark >= 0 && mark <= 100 ? mark : null
}
