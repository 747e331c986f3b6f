// The values of an interaction as SCORM 2004 writes them (3rd Edition, Run-Time Environment 4.1.1 and 4.2.9).
import { type InteractionRecord, lettersOf } from "./interaction"

const LONGEST = 250
const [NEXT, OF] = ["[,]", "[.]"]

/** An answer as learner_response, or a right one as pattern. */
export function response(record: InteractionRecord, answer: readonly string[]): string {
  const letters = [...lettersOf(record, answer)]
  switch (record.kind) {
    case "fill-in":
      return typed(answer[0] ?? "")
    case "true-false":
      return answer[0] ?? ""
    case "matching":
      return (letters.join("").match(/../g) ?? [])
        .map(([one = "", other = ""]) => one + OF + other)
        .sort()
        .join(NEXT)
    case "choice":
      return letters.sort().join(NEXT)
    case "performance":
      return letters.map((letter, at) => `${at + 1}${OF}${letter}`).join(NEXT)
    default:
      return letters.join(NEXT)
  }
}

export function result(share: number): string {
  if (share >= 1) return "correct"
  return share <= 0 ? "incorrect" : String(Number(share.toFixed(4)))
}

/** A timeinterval (second,10,2) of milliseconds. */
export function timespan(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  return `PT${Math.floor(seconds / 3600)}H${Math.floor(seconds / 60) % 60}M${seconds % 60}S`
}

/** A moment as time (second,10,0): where the person is, as SCORM 1.2 has it too. */
export function timestamp(date: Date): string {
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()]
  const padded = (parts: number[]): string[] => parts.map((part) => String(part).padStart(2, "0"))
  return `${padded(day).join("-")}T${padded(time).join(":")}`
}

/** Words without what SCORM 2004 would take for a mark of its own: a divider, or a setting in braces. */
function typed(text: string): string {
  const words = text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/\[(?=[,.:]\])/g, "[ ")
    .replace(/^\{/, "(")
  return words.slice(0, LONGEST)
}
