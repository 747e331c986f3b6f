// The buttons for what this browser keeps: save as a file, take in a file, forget all.
import { button, el, status } from "../dom"
import { forgetting, progress as say } from "../messages"
import type { Store } from "../store"
import { exportProgress, forget, importProgress } from "./transfer"

export function storageButtons(store: Store, changed: () => void): HTMLElement {
  const notice = status("hb-result")
  const file = el("input", { type: "file", accept: ".json,application/json" })

  function onSave(): void {
    const address = URL.createObjectURL(new Blob([exportProgress(store)], { type: "application/json" }))
    const link = el("a", { href: address, download: say.fileName })
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 10_000)
    notice.textContent = say.saved
  }

  async function onTake(): Promise<void> {
    const text = await file.files?.[0]?.text()
    if (text === undefined) return
    const count = importProgress(store, text)
    changed()
    notice.textContent = count === null ? say.noSuchFile : say.taken(count)
    file.value = ""
  }

  function onForget(): void {
    if (!confirm(forgetting.confirm)) return
    forget(store)
    changed()
    notice.textContent = forgetting.done
  }

  file.addEventListener("change", () => void onTake())
  return el(
    "div",
    { class: "hb-keeping" },
    el("div", { class: "hb-buttons" }, button(say.save, onSave), button(forgetting.button, onForget)),
    el("p", { class: "hb-line" }, el("label", {}, `${say.take} `, file)),
    notice,
  )
}
