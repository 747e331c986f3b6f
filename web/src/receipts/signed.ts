// What this browser remembers of a text that was signed for: never who signed.
import { type Fields, isObject } from "../json"

export interface Signed {
  readonly edition: string
  readonly hash: string
  readonly request: string
  /** The day, as 2026-12-31. */
  readonly day: string
  /** The hash of each of its pages, by the page's permanent name. */
  readonly pages: Readonly<Record<string, string>>
}

export const signedName = (reading: string): string => `receipt:${reading}`

export function readSigned({ edition, hash, request, day, pages }: Fields, flaw: () => void): Signed | null {
  if (![edition, hash, request, day].every((each) => typeof each === "string")) return null
  if (!/^\d{4}-\d\d-\d\d$/.test(String(day))) return null
  const entries = isObject(pages) ? Object.entries(pages) : []
  const whole = entries.filter((entry): entry is [string, string] => typeof entry[1] === "string")
  if (whole.length < entries.length || !isObject(pages)) flaw()
  const texts = { edition: String(edition), hash: String(hash), request: String(request), day: String(day) }
  return { ...texts, pages: Object.fromEntries(whole) }
}
