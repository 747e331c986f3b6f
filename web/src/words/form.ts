// Where a reader enters name, office and number, and removes them.
import { button, el, status } from "../dom"
import { words as say } from "../messages"
import type { StoreFor } from "../site"
import { keepOwnWords, LONGEST, OWN, type Own, ownRecord, ownWords } from "./personal"

/** What a browser may offer to fill in (WCAG 1.3.5). */
const PURPOSE: Readonly<Record<Own, string>> = { name: "name", office: "organization", number: "tel" }

/** The fields with what is kept. `changed` is called after each change. */
export function ownWordsForm(storeFor: StoreFor, changed: () => void): HTMLElement {
  const notice = status("hb-told")
  const store = storeFor((problem) => {
    notice.textContent = say[problem]
  })
  const fields = OWN.map((name) => {
    const type = name === "number" ? "tel" : "text"
    const input = el("input", { type, autocomplete: PURPOSE[name], maxlength: String(LONGEST), spellcheck: "false" })
    input.addEventListener("input", onInput)
    return { name, input }
  })
  const remove = button(say.remove, onRemove)
  addEventListener("storage", ({ key }) => (key === ownRecord(store) || key === null) && load())
  load()

  function load(): void {
    const words = ownWords(store)
    for (const { name, input } of fields) if (input !== document.activeElement) input.value = words[name] ?? ""
    remove.hidden = !Object.keys(words).length
  }

  function onInput(): void {
    notice.textContent = ""
    keepOwnWords(store, Object.fromEntries(fields.map(({ name, input }) => [name, input.value])))
    remove.hidden = fields.every(({ input }) => !input.value.trim())
    changed()
  }

  function onRemove(): void {
    keepOwnWords(store, {})
    fields[0]?.input.focus()
    for (const { input } of fields) input.value = ""
    remove.hidden = true
    notice.textContent = say.removed
    changed()
  }

  return el(
    "div",
    { class: "hb-own" },
    el("p", {}, say.about),
    el(
      "div",
      { class: "hb-own-fields" },
      ...fields.map(({ name, input }) => el("label", {}, el("span", {}, say.fields[name]), input)),
    ),
    el("div", { class: "hb-buttons" }, remove),
    notice,
  )
}
