// What is kept of an attempt in cmi.suspend_data: 4,096 characters of ASCII and no more (CMIString4096).
//
// "1.", six characters that stand for the questions, the seed, then a token for each question, all joined by dots. A token
// is empty, or: one character for what was done; where the first answer was right in part, three for its share; the answer,
// one letter for each entry, or what was typed, as in an address. `Record.room` in Python says how long a token can be.
import { LETTERS, lettersOf, namesAt, type Record } from "./interaction"

/** What is kept of one question. `first` is the share of the first answer that was checked: the one that counts. */
export interface Kept {
  readonly answer: readonly string[]
  readonly checked: boolean
  readonly flag: boolean
  readonly hints: number
  readonly first: number | null
}

export interface Kind {
  readonly seed: string
  readonly kept: readonly Kept[]
}

export const BLANK: Kept = { answer: [], checked: false, flag: false, hints: 0, first: null }

const VERSION = "1"
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
/** A share is told in so many parts: it is divided by every number to 12. */
const PARTS = 27720
const [NONE, WRONG, RIGHT, PARTLY] = [0, 1, 2, 3]

export function pack(content: string, records: readonly Record[], { seed, kept }: Kind): string {
  const tokens = records.map((record, at) => token(record, kept[at] ?? BLANK))
  return [VERSION, content, seed, ...tokens].join(".").replace(/\.+$/, "")
}

/** What was kept; null where nothing was, "changed" where it was kept of other questions. */
export function unpack(text: string, content: string, records: readonly Record[]): Kind | "changed" | null {
  if (!text) return null
  const [version, of, seed = "", ...tokens] = text.split(".")
  if (version !== VERSION || of !== content || !/^[a-z0-9-]{1,80}$/.test(seed)) return "changed"
  return { seed, kept: records.map((record, at) => keptOf(record, tokens[at] ?? "")) }
}

function token(record: Record, { answer, checked, flag, hints, first }: Kept): string {
  const told = first === null ? NONE : first <= 0 ? WRONG : first >= 1 ? RIGHT : PARTLY
  const state = Number(checked) + 2 * Number(flag) + 4 * Math.min(hints, 3) + 16 * (told ?? 0)
  const share =
    told === PARTLY
      ? Math.round((first ?? 0) * PARTS)
          .toString(36)
          .padStart(3, "0")
      : ""
  const said = record.line === undefined ? lettersOf(record, answer) : typed(answer[0] ?? "", record.line)
  return state || said ? DIGITS.charAt(state) + share + said : ""
}

function keptOf(record: Record, token: string): Kept {
  const state = DIGITS.indexOf(token.charAt(0))
  if (!token || state < 0) return BLANK
  const told = state >> 4
  const at = told === PARTLY ? 4 : 1
  const first =
    told === NONE ? null : told === PARTLY ? Number.parseInt(token.slice(1, 4), 36) / PARTS : Number(told === RIGHT)
  const said = token.slice(at)
  const answer = record.line === undefined ? named(record, said) : untyped(said)
  return { answer, checked: Boolean(state & 1), flag: Boolean(state & 2), hints: (state >> 2) & 3, first }
}

function named(record: Record, said: string): string[] {
  return [...said].flatMap((letter, at) => namesAt(record, at)[LETTERS.indexOf(letter)] ?? [])
}

/** A typed text, cut where there is no room for more. */
function typed(text: string, room: number): string {
  let said = ""
  for (const character of text.replace(/[\ud800-\udfff]/gu, "")) {
    const next = said + encodeURIComponent(character).replace(/\./g, "%2E")
    if (next.length > room) break
    said = next
  }
  return said
}

function untyped(said: string): string[] {
  try {
    return said ? [decodeURIComponent(said)] : []
  } catch {
    return []
  }
}
