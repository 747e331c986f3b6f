// What a type of question does once a script runs it, and the marks that all types show.
import { all, el } from "../dom"
import { data, Mark, optionIn, Part } from "../page"
import type { Random } from "../random"

export interface Control {
  /** What is still to be answered, in words; null when it can be checked. */
  missing(): string | null
  /** The answer as permanent names and typed words: what is saved. Empty while nothing is answered. */
  answer(): string[]
  /** Takes up a saved answer. Names that are not of this question are passed over. */
  restore(answer: readonly string[]): void
  /** The share of the answer that is right, from 0 to 1; null where nothing is right or wrong. */
  score(): number | null
  /** Shows at each entry whether it is right, and the reason; lets nothing be changed. */
  mark(): void
  /** Takes the marks away and lets the answer be changed. */
  unmark(): void
  /** Takes the answer back. */
  clear(): void
  /** Puts what can be chosen into an order that depends on these numbers alone. */
  arrange(random: Random): void
  /** Where the keyboard goes to begin. */
  focusTarget(): HTMLElement | null
}

/** Takes over a question. `key` is its part of the answers section: what is right, and the reasons. */
export type Enhance = (question: HTMLElement, key: HTMLElement, changed: () => void) => Control

/** Right, wrong, and what is neither: a wrong option that was left alone. */
const SIGNS = { right: "\u2713", wrong: "\u2717", other: "\u2013" } as const

export type Verdict = keyof typeof SIGNS

/** Shows below an entry whether it is right, in words and with a sign, and the reason of the option it stands for. */
export function showMark(
  place: HTMLElement,
  key: ParentNode | null,
  verdict: Verdict,
  ...words: (Node | string)[]
): void {
  const sign = el("span", { "aria-hidden": "true" }, `${SIGNS[verdict]} `)
  const feedback = el("div", { class: "hb-feedback" }, el("p", { class: "hb-verdict" }, sign, ...words))
  const reason = key && optionIn(key, nameOf(place))?.querySelector(Part.Why)
  if (reason) feedback.append(reason.cloneNode(true))
  place.setAttribute(Mark.Verdict, verdict)
  place.append(feedback)
}

/** Takes the mark of an entry away. */
export function removeMark(place: HTMLElement): void {
  place.removeAttribute(Mark.Verdict)
  place.querySelector(":scope > .hb-feedback")?.remove()
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
