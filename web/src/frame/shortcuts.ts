// The keys that work on every page, and the switch that turns them off (WCAG 2.1.4).
import { all, el, whenRead } from "../dom"
import type { Fields } from "../json"
import { shortcuts as say } from "../messages"
import { Part } from "../page"
import type { Store } from "../store"

const NAME = "shortcuts"

const read = (record: Fields): { off: boolean } => ({ off: record["off"] === true })

export function enhanceShortcuts(store: Store): void {
  addEventListener("keydown", onKey)
  whenRead(() => {
    for (const section of all(document, Part.Shortcuts)) section.append(switchFor(store))
  })

  function onKey(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") search(event)
    if (meansNoKey(event)) return
    const off = keysAreOff(store)
    if (event.key === "/" && !off) search(event)
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
  return event.ctrlKey || event.metaKey || event.altKey || isTyping(event.composedPath()[0]) || modal !== null
}

function search(event: KeyboardEvent): void {
  const { input } = window.handbookCommand ?? {}
  if (!input) return
  event.preventDefault()
  input.focus()
  input.select()
}

function switchFor(store: Store): HTMLElement {
  const box = el("input", { type: "checkbox" })
  box.checked = !store.get(NAME, read)?.off
  box.addEventListener("change", () => store.set(NAME, box.checked ? null : { off: true }, read))
  return el("p", { class: "hb-switch" }, el("label", {}, box, " ", say.on))
}

/** Whether a key goes into a field or an editor, which may be in a shadow root. */
function isTyping(target: EventTarget | undefined): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select"))
  )
}
