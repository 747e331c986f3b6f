// The buttons for what this browser keeps: save as a file, take in a file, forget all.
import { button, el, status } from "../dom"
import { forget } from "../forget"
import { forgetting, progress as say } from "../messages"
import type { Store } from "../store"
import type { Outcome } from "./merge"
import { asideNames, type Entry, type EntryKind, exportProgress, importProgress } from "./transfer"

const OUTCOMES: readonly Outcome[] = ["added", "newer", "same", "older", "version", "damaged", "unsaved"]
const KINDS: readonly EntryKind[] = ["answer", "practice", "finish", "aside", "other"]

export function storageButtons(store: Store, changed: () => void): HTMLElement {
  const notice = status("hb-result")
  const aside = el("p")
  const file = el("input", { type: "file", accept: ".json,application/json" })

  function onSave(): void {
    const address = URL.createObjectURL(new Blob([exportProgress(store)], { type: "application/json" }))
    const link = el("a", { href: address, download: say.fileName })
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 10_000)
    notice.textContent = say.saved
  }

  async function onTake(): Promise<void> {
    const upload = file.files?.[0]
    if (!upload) return
    const text = await upload.text().catch(() => "")
    const entries = importProgress(store, text)
    changed()
    showAside()
    notice.textContent = entries ? inWords(entries) : say.noSuchFile
    file.value = ""
  }

  function onForget(): void {
    if (!confirm(forgetting.confirm)) return
    forget(store)
    changed()
    showAside()
    notice.textContent = forgetting.result
  }

  function showAside(): void {
    const { length } = asideNames(store)
    aside.hidden = !length
    aside.textContent = length ? say.aside(length) : ""
  }

  showAside()
  file.addEventListener("change", () => void onTake())
  return el(
    "div",
    { class: "hb-keeping" },
    el("div", { class: "hb-buttons" }, button(say.save, onSave), button(forgetting.button, onForget)),
    el("p", { class: "hb-line" }, el("label", {}, `${say.take} `, file)),
    notice,
    aside,
  )
}

/** What became of the entries of a file: a sentence for each outcome, with how many of each kind. */
export function inWords(entries: readonly Entry[]): string {
  const sentences = OUTCOMES.flatMap((outcome) => {
    const here = entries.filter((entry) => entry.outcome === outcome)
    return here.length ? [say.outcomes[outcome](say.inOneSentence(amounts(here)), here.length > 1)] : []
  })
  return sentences.join(" ") || say.emptyFile
}

function amounts(entries: readonly Entry[]): string[] {
  return KINDS.flatMap((kind) => {
    const { length } = entries.filter((entry) => entry.kind === kind)
    const [one, many] = say.kinds[kind]
    return length ? [say.amount(length, one, many)] : []
  })
}
