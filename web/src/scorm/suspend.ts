// What is kept of an attempt in cmi.suspend_data: 4,096 characters of ASCII and no more (CMIString4096).
//
// "1.", six characters that stand for the questions, the seed, then a token for each question, all joined by dots. A token
// is empty, or: one character for what was done; where the first answer was right in part, three for its share; the answer,
// one letter for each entry, or what was typed, as in an address. `Record.room` in Python says how long a token can be.
import { type InteractionRecord, LETTERS, lettersOf, namesAt } from "./interaction"

/** What is kept of one question. `first` is the share of the first answer that was checked: the one that counts. */
export interface ItemState {
  readonly answer: readonly string[]
  readonly checked: boolean
  readonly flag: boolean
  readonly hints: number
  readonly first: number | null
}

/** What is kept of an attempt. */
export interface AttemptState {
  readonly seed: string
  readonly items: readonly ItemState[]
}

export const BLANK: ItemState = { answer: [], checked: false, flag: false, hints: 0, first: null }

const VERSION = "1"
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
/** A share is written in so many parts: it is divided by every number to 12. */
const PARTS = 27720
const [NONE, WRONG, RIGHT, PARTLY] = [0, 1, 2, 3]

export function pack(content: string, records: readonly InteractionRecord[], { seed, items }: AttemptState): string {
  const tokens = records.map((record, at) => token(record, items[at] ?? BLANK))
  return [VERSION, content, seed, ...tokens].join(".").replace(/\.+$/, "")
}

/** What was kept; null where nothing was, "changed" where it was kept of other questions. */
export function unpack(
  text: string,
  content: string,
  records: readonly InteractionRecord[],
): AttemptState | "changed" | null {
  if (!text) return null
  const [version, of, seed = "", ...tokens] = text.split(".")
  if (version !== VERSION || of !== content || !/^[a-z0-9-]{1,80}$/.test(seed)) return "changed"
  return { seed, items: records.map((record, at) => itemState(record, tokens[at] ?? "")) }
}

function token(record: InteractionRecord, { answer, checked, flag, hints, first }: ItemState): string {
  const result = first === null ? NONE : first <= 0 ? WRONG : first >= 1 ? RIGHT : PARTLY
  const state = Number(checked) + 2 * Number(flag) + 4 * Math.min(hints, 3) + 16 * (result ?? 0)
  const share =
    result === PARTLY
      ? Math.round((first ?? 0) * PARTS)
          .toString(36)
          .padStart(3, "0")
      : ""
  const text = record.line === undefined ? lettersOf(record, answer) : encoded(answer[0] ?? "", record.line)
  return state || text ? DIGITS.charAt(state) + share + text : ""
}

function itemState(record: InteractionRecord, token: string): ItemState {
  const state = DIGITS.indexOf(token.charAt(0))
  if (!token || state < 0) return BLANK
  const result = state >> 4
  const at = result === PARTLY ? 4 : 1
  const first =
    result === NONE
      ? null
      : result === PARTLY
        ? Number.parseInt(token.slice(1, 4), 36) / PARTS
        : Number(result === RIGHT)
  const text = token.slice(at)
  const answer = record.line === undefined ? namesIn(record, text) : decoded(text)
  return { answer, checked: Boolean(state & 1), flag: Boolean(state & 2), hints: (state >> 2) & 3, first }
}

function namesIn(record: InteractionRecord, text: string): string[] {
  return [...text].flatMap((letter, at) => namesAt(record, at)[LETTERS.indexOf(letter)] ?? [])
}

/** A typed text, cut where there is no room for more. */
function encoded(typed: string, room: number): string {
  let text = ""
  for (const character of typed.replace(/[\ud800-\udfff]/gu, "")) {
    const next = text + encodeURIComponent(character).replace(/\./g, "%2E")
    if (next.length > room) break
    text = next
  }
  return text
}

function decoded(text: string): string[] {
  try {
    return text ? [decodeURIComponent(text)] : []
  } catch {
    return []
  }
}
