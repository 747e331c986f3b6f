// The keys that work on every page, and the switch that turns them off (WCAG 2.1.4).
import { all, el, whenRead } from "../dom"
import type { Fields } from "../json"
import { shortcuts as say } from "../messages"
import { Part } from "../page"
import type { Store } from "../store"

const NAME = "shortcuts"
/** Keys of the theme that would surprise: f and s search, n and p turn the page. Only "/" is left. */
const THEMES = "fsnp,."

const read = (record: Fields): { off: boolean } => ({ off: record["off"] === true })

export function enhanceShortcuts(store: Store): void {
  // in the capture phase: the theme listens at the same place, later
  addEventListener("keydown", onKey, { capture: true })
  whenRead(() => {
    for (const section of all(document, Part.Shortcuts)) section.append(switchFor(store))
  })

  function onKey(event: KeyboardEvent): void {
    if (meansNoKey(event)) return
    const off = keysAreOff(store)
    if (THEMES.includes(event.key) || (off && event.key === "/")) event.stopImmediatePropagation()
    const opener = document.querySelector<HTMLElement>(Part.SearchOpener)
    if (event.key === "/" && !off && opener?.checkVisibility()) {
      event.preventDefault() // here the theme would give the focus to what is not shown yet
      event.stopImmediatePropagation()
      opener.click()
    }
    if (event.key.toLowerCase() === "q" && !event.shiftKey && !off)
      document.querySelector<HTMLAnchorElement>(Part.QuickLink)?.click()
  }
}

/** Whether the reader has turned the keys off. */
export function keysAreOff(store: Store): boolean {
  return store.get(NAME, read)?.off ?? false
}

/** Whether a key is for something else: the browser, what is being typed, or what lies over the page. */
export function meansNoKey(event: KeyboardEvent): boolean {
  const modal = document.querySelector("dialog[open]")
  return event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || modal !== null
}

function switchFor(store: Store): HTMLElement {
  const box = el("input", { type: "checkbox" })
  box.checked = !store.get(NAME, read)?.off
  box.addEventListener("change", () => store.set(NAME, box.checked ? null : { off: true }, read))
  return el("p", { class: "hb-switch" }, el("label", {}, box, " ", say.on))
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select"))
  )
}
