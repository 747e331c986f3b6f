// What a type of question does once a script runs it, and the marks that all types show.
import { el, entry } from "../dom"

export interface Control {
  /** What is still to be answered, in words; null when it can be checked. */
  missing(): string | null
  /** The share of the answer that is right, from 0 to 1. */
  score(): number
  /** Shows at each entry whether it is right, and the reason; lets nothing be changed. */
  mark(): void
  /** Takes the marks away and lets the answer be changed. */
  unmark(): void
  /** Takes the answer back. */
  clear(): void
  /** Where the keyboard goes to begin. */
  first(): HTMLElement | null
}

/** Takes over a question. `key` is its part of the answers section: what is right, and the reasons. */
export type Enhance = (question: HTMLElement, key: HTMLElement) => Control

/** Right, wrong, and what is neither: a wrong option that was left alone. */
const SIGNS = { right: "\u2713", wrong: "\u2717", other: "\u2013" } as const

/** Shows below an entry whether it is right, in words and with a sign, and the reason of the option it stands for. */
export function showMark(place: HTMLElement, key: HTMLElement, ident: string, mark: keyof typeof SIGNS, ...words: (Node | string)[]): void {
  const sign = el("span", { "aria-hidden": "true" }, `${SIGNS[mark]} `)
  const feedback = el("div", { class: "hb-feedback" }, el("p", { class: "hb-verdict" }, sign, ...words))
  const reason = entry(key, ident)?.querySelector(".hb-why")
  if (reason) feedback.append(reason.cloneNode(true))
  place.dataset["mark"] = mark
  place.append(feedback)
}

/** Takes the mark of an entry away. */
export function removeMark(place: HTMLElement): void {
  delete place.dataset["mark"]
  place.querySelector(".hb-feedback")?.remove()
}
