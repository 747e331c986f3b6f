// Controls with their labels, as all tools of the workshop have them.
import { el } from "../dom"

/** A control with its label. */
export function field(words: string, control: HTMLElement): HTMLElement {
  return el("label", { class: "hb-bench-field" }, el("span", {}, words), control)
}

export function option(value: string, title: string): HTMLOptionElement {
  return el("option", { value }, title)
}

/** The library's own HTML: made from Markdown there, where raw HTML is text. */
export function parsed(html: string): Node[] {
  return [...new DOMParser().parseFromString(html, "text/html").body.childNodes]
}

/** What went wrong, in words. */
export function inWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
