// The buttons for what is kept: save as a file, take in a file, forget all.
import { button, el, status } from "../dom"
import { progress as say } from "../messages"
import type { Store } from "../store"
import { exported, forget, imported } from "./transfer"

export function keepingOf(store: Store, changed: () => void): HTMLElement {
  const told = status("hb-result")
  const file = el("input", { type: "file", accept: ".json,application/json" })

  function onSave(): void {
    const address = URL.createObjectURL(new Blob([exported(store)], { type: "application/json" }))
    const link = el("a", { href: address, download: say.fileName })
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 10_000)
    told.textContent = say.saved
  }

  async function onTake(): Promise<void> {
    const text = await file.files?.[0]?.text()
    if (text === undefined) return
    const taken = imported(store, text)
    changed()
    told.textContent = taken === null ? say.noSuchFile : say.taken(taken)
    file.value = ""
  }

  function onForget(): void {
    if (!confirm(say.reallyForget)) return
    forget(store)
    changed()
    told.textContent = say.forgotten
  }

  file.addEventListener("change", () => void onTake())
  return el(
    "div",
    { class: "hb-keeping" },
    el("div", { class: "hb-buttons" }, button(say.save, onSave), button(say.forget, onForget)),
    el("p", { class: "hb-line" }, el("label", {}, `${say.take} `, file)),
    told,
  )
}
