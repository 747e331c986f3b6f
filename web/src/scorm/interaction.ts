// The values of an interaction as SCORM 1.2 writes them (Run-Time Environment 3.4.4): no page is needed for them.

/** A question as the platform sees it; `export/scorm/record.py` writes it. */
export interface InteractionRecord {
  readonly id: string
  readonly kind: "choice" | "true-false" | "sequencing" | "matching" | "performance" | "fill-in"
  /** The right answers. */
  readonly right: readonly (readonly string[])[]
  /** What can be chosen, in the order of the question bank; what it can be paired with. */
  readonly names?: readonly string[]
  readonly targets?: readonly string[]
  /** Characters of a typed answer that are kept. */
  readonly line?: number
}

export const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
const LONGEST = 255

/** The names that an entry of an answer at some place is one of. */
export function namesAt(record: InteractionRecord, at: number): readonly string[] {
  return (record.targets && at % 2 ? record.targets : record.names) ?? []
}

/** An answer in letters, each by the place of what it names in the bank. A name of another question has none. */
export function lettersOf(record: InteractionRecord, answer: readonly string[]): string {
  return answer.map((name, at) => LETTERS.charAt(namesAt(record, at).indexOf(name))).join("")
}

/** An answer as student_response, or a right one as pattern. */
export function response(record: InteractionRecord, answer: readonly string[]): string {
  const letters = [...lettersOf(record, answer)]
  switch (record.kind) {
    case "fill-in":
      return (answer[0] ?? "").replace(/\s+/g, " ").trim().slice(0, LONGEST)
    case "true-false":
      return answer[0]?.charAt(0) ?? ""
    case "matching":
      return (letters.join("").match(/../g) ?? [])
        .map(([one = "", other = ""]) => `${one}.${other}`)
        .sort()
        .join(",")
    case "choice":
      return letters.sort().join(",")
    default:
      return letters.join(",")
  }
}

/** How much is right, as result: in words, or as a number where it is right in part. */
export function result(share: number): string {
  if (share >= 1) return "correct"
  return share <= 0 ? "wrong" : String(Number(share.toFixed(4)))
}

/** A CMITimespan of milliseconds. */
export function timespan(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part, at) => String(part).padStart(at ? 2 : 4, "0")).join(":")
}

/** The time of day as CMITime. */
export function timeOfDay(date: Date): string {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, "0")).join(":")
}
