// What a type of question does once a script runs it, and the marks and reasons that all types show.
import { all, el } from "../dom"
import { data, Mark, optionIn, Part } from "../page"
import type { Random } from "../random"

export interface Control {
  /** What is still to be answered, in words; null when it can be checked. */
  missing(): string | null
  /** What to look at once more, in words: said once of an answer, before it is checked. */
  caution?(): string | null
  /** The answer as permanent names and typed words: what is saved. Empty while nothing is answered. */
  answer(): string[]
  /** Takes up a saved answer. Names that are not of this question are passed over. */
  restore(answer: readonly string[]): void
  /** The share of the answer that is right, from 0 to 1; null where nothing is right or wrong. */
  score(): number | null
  /** Shows at each entry whether it is right, lets nothing be changed, and gives what else there is to say. */
  mark(): Feedback
  /** Takes the marks away and lets the answer be changed. */
  unmark(): void
  /** Takes the answer back. */
  clear(): void
  /** Puts what can be chosen into an order that depends on these numbers alone. */
  arrange(random: Random): void
  /** Where the keyboard goes to begin. */
  focusTarget(): HTMLElement | null
}

/** What is said of a checked answer, beside the marks at its entries. */
export interface Feedback {
  /** The verdict, where it is none of right, partly right and wrong. */
  readonly verdict?: string
  /** How much is right: "1 of 3". */
  readonly amount?: string
  /** What would have been best, where the answer was not. */
  readonly best?: Node
  /** Reasons to read at once, and those that can wait. */
  readonly reasons?: readonly Node[]
  readonly others?: readonly Node[]
}

/** Takes over a question. `key` is its part of the answers section: what is right, and the reasons. */
export type Enhance = (question: HTMLElement, key: HTMLElement, changed: () => void) => Control

/** Right, right in part, wrong, and what is none of these. */
const SIGNS = { right: "\u2713", part: "\u25d0", wrong: "\u2717", other: "\u2013" } as const

export type Verdict = keyof typeof SIGNS

/** A verdict in words, with its sign. */
export function verdictLine(verdict: Verdict, ...words: (Node | string)[]): HTMLElement {
  const sign = el("span", { "aria-hidden": "true" }, `${SIGNS[verdict]} `)
  return el("p", { class: "hb-verdict", [Mark.Verdict]: verdict }, sign, ...words)
}

/** The line of the key that says what would have been best, or that stands above the reasons which say it. */
export function bestOf(key: HTMLElement): { readonly best?: Node } {
  const line = key.querySelector(":scope > p")
  return line ? { best: line.cloneNode(true) } : {}
}

/** Shows below an entry whether it is right, in words and with a sign, and what else is to be said there. */
export function showMark(
  place: HTMLElement,
  verdict: Verdict,
  words: readonly (Node | string)[],
  ...more: Node[]
): void {
  place.setAttribute(Mark.Verdict, verdict)
  place.append(el("div", { class: "hb-feedback" }, verdictLine(verdict, ...words), ...more))
}

/** Takes the mark of an entry away. */
export function removeMark(place: HTMLElement): void {
  place.removeAttribute(Mark.Verdict)
  place.querySelector(":scope > .hb-feedback")?.remove()
}

/** What the key says of an option, below a label: the option and its reason. Without a label, the reason alone. */
export function reasonOf(key: ParentNode, name: string, label: string): HTMLElement[] {
  const entry = optionIn(key, name)?.cloneNode(true)
  if (!(entry instanceof HTMLElement)) return []
  entry.querySelector(".hb-label")?.replaceChildren(`${label}:`)
  const parts = label ? [...entry.children] : all(entry, Part.Why)
  return [el("div", {}, ...parts)]
}

/** Says how to answer where a script runs. Paper keeps what it has. */
export function sayHow(question: HTMLElement, words: string): void {
  const how = question.querySelector(Part.How)
  how?.replaceChildren(el("span", { class: "hb-go" }, ...how.childNodes), el("span", { class: "hb-screen" }, words))
}

/** The permanent name of an entry. */
export function nameOf(place: HTMLElement): string {
  return data(place, "option")
}

/** The entries of a list in another order: which one depends on their names and the numbers, not on where they stand. */
export function shuffle(list: HTMLElement, random: Random): void {
  const entries = all(list, ":scope > li").sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))
  list.append(...random.shuffled(entries))
}
