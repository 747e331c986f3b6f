// The command bar of a page, as far as every page needs it: the box to type in, and the way back from it. The script
// that looks for the words is loaded when someone comes to the box.
import { el } from "../dom"
import { search as say } from "../messages"
import { Part } from "../page"

export interface Command {
  readonly bar: HTMLElement
  readonly input: HTMLInputElement
  /** Gives the focus back to what had it before. */
  leave(): void
}

declare global {
  interface Window {
    /** The bar of the page, for the script that looks for the words. */
    handbookCommand?: Command
  }
}

/** Puts the box in the place of the link that is there without scripts. `here` is the address of this script. */
export function enhanceCommand(here: string): Command | null {
  const place = document.querySelector<HTMLElement>(Part.Command)
  if (!place) return null
  const input = el("input", {
    type: "text",
    role: "combobox",
    "aria-label": say.label,
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "go",
    placeholder: say.placeholder,
  })
  let before: EventTarget | null = null
  const leave = (): void => {
    input.blur()
    if (before instanceof HTMLElement && before.isConnected) before.focus()
  }
  input.addEventListener("focus", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && bar.contains(relatedTarget))) before = relatedTarget
  })
  const script = new URL("search.js", here).href
  input.addEventListener("focus", () => document.head.append(el("script", { src: script })), { once: true })
  const bar = el("div", { class: "hb-search", role: "search" }, input)
  place.replaceChildren(bar)
  window.handbookCommand = { bar, input, leave }
  return window.handbookCommand
}
