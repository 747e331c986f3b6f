// Makes and finds elements. Text goes in as text, never as HTML.
import type { Classes } from "./page"

/** Attributes to set. The classes are those that the style sheets know. */
type Attributes = { readonly class?: Classes; readonly [name: string]: string }

/** An element with attributes and children. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

/** A button that does something when it is pressed. */
export function button(
  label: string,
  onPress: (event: MouseEvent) => void,
  attributes: Attributes = {},
  ...children: readonly Node[]
): HTMLButtonElement {
  const element = el("button", { type: "button", class: "hb-button", ...attributes }, label, ...children)
  element.addEventListener("click", onPress)
  return element
}

/** Whether a button was pressed with the keyboard (or by a program that helps), and not with a pointer. */
export function isByKey({ detail }: MouseEvent): boolean {
  return detail === 0
}

/** How long, in milliseconds, a finger that taps twice takes at most. */
const TWICE = 150
let last = 0

/**
 * Whether a click is the second of a double click, which is meant for nothing that stands there by now. Two taps count as
 * one only when no hand could have meant both: a phone calls all that come within half a second a double click.
 */
export function isRepeat(event: MouseEvent): boolean {
  const gap = event.timeStamp - last
  last = event.timeStamp
  return event.detail > 1 && !("pointerType" in event && event.pointerType === "touch" && gap > TWICE)
}

/** A paragraph whose text is read out by screen readers whenever it changes. */
export function status(name: Classes): HTMLElement {
  return el("p", { class: name, role: "status" })
}

/** A place that shows what is wrong: each sentence once, and none goes away because of another. */
export function troubles(): { readonly place: HTMLElement; readonly show: (words: string) => void } {
  const place = status("hb-trouble")
  const phrases = new Set<string>()
  return { place, show: (words) => setText(place, [...phrases.add(words)].join(" ")) }
}

/** Changes a text unless it stays the same: the same again would be read out again. */
export function setText(place: HTMLElement, words: string): void {
  if (place.textContent !== words) place.textContent = words
}

/** All elements below one that fit a selector. */
export function all<Kind extends HTMLElement>(inside: ParentNode, selector: string): Kind[] {
  return Array.from(inside.querySelectorAll<Kind>(selector))
}

/** The element below one that a page always has. */
export function need<Kind extends HTMLElement>(inside: ParentNode, selector: string): Kind {
  const element = inside.querySelector<Kind>(selector)
  if (!element) throw new Error(`No ${selector}`)
  return element
}

/** Runs something as soon as the page has been read. */
export function whenRead(run: () => void): void {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", run, { once: true })
  else run()
}
