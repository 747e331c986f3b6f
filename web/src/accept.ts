// Whether a typed answer is accepted: the same rules as model/answers.py and model/pattern.py, held to it by tests/golden/short.
import { bare, even, fold, inWords, number, plain, withoutUnit } from "./spelling"

/** One accepted answer: a text, a number with tolerance, or a pattern. How it is written does not matter. */
export interface Accepted {
  readonly text?: string
  readonly number?: number
  readonly tol?: number
  readonly unit?: string
  readonly regex?: string
}

/** Characters. A longer answer fits no pattern: model/pattern.py refuses one that takes long for so many. */
const LONGEST_ANSWER = 100
/** Letters. Of a shorter answer, one that is off by a letter is another word. */
const SHORTEST_WORD = 4

export function fits({ text = "", number: exactly, tol = 0, unit, regex }: Accepted, answer: string): boolean {
  if (regex !== undefined) return [fold, bare, plain].some((form) => patternFits(regex, form(answer)))
  if (exactly === undefined) return plain(text) === plain(answer)
  const typed = number(answer, unit)
  if (typed === null) return false
  // The ends of the tolerance belong to it, whatever a binary fraction adds to them
  const slack = Number.EPSILON * (Math.abs(typed) + Math.abs(exactly) + tol)
  return Math.abs(typed - exactly) <= tol + slack
}

/** Whether two answers to a question say the same: those of a number with its unit or without. */
export function sameAnswer(one: string, other: string, accepted: readonly Accepted[]): boolean {
  if (plain(one) === plain(other)) return true
  return accepted.some(({ number: exactly, unit }) => {
    const typed = exactly === undefined ? null : number(one, unit)
    return typed !== null && typed === number(other, unit)
  })
}

/** Whether an answer is one letter off an accepted word that is long enough to tell, or off the word for a number. */
export function isAlmost({ text, number: exactly, unit }: Accepted, answer: string): boolean {
  if (number(answer, unit) !== null) return false // "eighty" is no slip for "eight"
  const right = text ?? inWords(exactly)
  const typed = [bare(answer), plain(answer), withoutUnit(plain(answer), unit)]
  return [bare(right), plain(right)].some((each) => typed.some((other) => isNear(each, other)))
}

/** A figure is not misspelled: it is another number. */
function isNear(right: string, typed: string): boolean {
  const figures = (words: string): string => words.replace(/\P{Nd}/gu, "")
  const letters = [...right.replace(/\P{L}/gu, "")].length
  return letters >= SHORTEST_WORD && figures(right) === figures(typed) && isOneOff([...right], [...typed])
}

/** Whether one letter was left out, added, taken for another, or swapped with the next. */
function isOneOff(right: readonly string[], typed: readonly string[]): boolean {
  let from = 0
  while (from < right.length && right[from] === typed[from]) from += 1
  let [end, typedEnd] = [right.length, typed.length]
  while (end > from && typedEnd > from && right[end - 1] === typed[typedEnd - 1]) {
    end -= 1
    typedEnd -= 1
  }
  const swapped = right[from] === typed[from + 1] && right[from + 1] === typed[from]
  return Math.max(end, typedEnd) - from === 1 || (swapped && end - from === 2 && typedEnd - from === 2)
}

function patternFits(pattern: string, answer: string): boolean {
  try {
    return [...answer].length <= LONGEST_ANSWER && new RegExp(`^(?:${evenly(pattern)})$`, "u").test(answer)
  } catch {
    return false // a page of an edition that took more patterns than model/pattern.py does
  }
}

/** A pattern whose characters are as in a folded answer. A dash of print stands for itself, not for all between two others. */
function evenly(pattern: string): string {
  return pattern.normalize("NFC").replace(/\\?./gsu, (character) => {
    if (character.startsWith("\\")) return character
    const folded = even(character)
    return folded === "-" && character !== "-" ? "\\x2d" : folded
  })
}
