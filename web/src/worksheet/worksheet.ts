// One worksheet of a page: kept in this browser as it is filled in, printed, saved as a file and opened again.
import { button, el, status } from "../dom"
import { forgetButton } from "../keeping"
import { worksheet as say } from "../messages"
import { printPart } from "../printing"
import type { Store, Trouble } from "../store"
import { asFile, type Entries, fromFile, readEntries } from "./entries"
import { fieldsOf } from "./fields"

export function enhanceWorksheet(section: HTMLElement, storeFor: (tell: (trouble: Trouble) => void) => Store): void {
  const sheet = section.dataset["worksheet"] ?? ""
  const name = `worksheet:${sheet}`
  const told = status("hb-told")
  const store = storeFor((trouble) => (told.textContent = say[trouble]))
  const fields = fieldsOf(section, save)
  const undo = button(say.undo, () => put(before ?? {}))
  const opener = el("input", { type: "file", accept: ".json", hidden: "" })
  let before: Entries | null = null

  opener.addEventListener("change", () => void open())
  section.classList.add("hb-live")
  section.append(
    el("p", { class: "hb-kept-where" }, say.kept),
    el(
      "div",
      { class: "hb-buttons" },
      button(say.print, () => printPart(section, "filled")),
      button(say.printBlank, () => printPart(section, "blank")),
      button(say.save, download),
      button(say.open, () => opener.click()),
      button(say.clear, clear),
      undo,
      forgetButton(store, (words) => (told.textContent = words)),
      opener,
    ),
    told,
  )
  addEventListener("storage", ({ key }) => (key === store.full(name) || key === null) && load())
  addEventListener("pageshow", ({ persisted }) => persisted && load())
  load()

  function entries(): Entries {
    return Object.fromEntries(
      fields.flatMap((field) => (field.get() === null ? [] : [[field.key, field.get()]])),
    ) as Entries
  }

  function show(held: Entries): void {
    for (const field of fields) field.set(held[field.key] ?? null)
    undo.hidden = before === null
  }

  function load(): void {
    before = null
    show(store.get(name, (record) => readEntries(record["entries"])) ?? {})
  }

  function save(): void {
    before = null
    undo.hidden = true
    told.textContent = ""
    const held = entries()
    if (Object.keys(held).length) store.set(name, { entries: held })
    else store.remove(name)
  }

  function put(held: Entries): void {
    show(held)
    save()
  }

  function clear(): void {
    const held = entries()
    put({})
    before = held
    undo.hidden = false
    undo.focus()
  }

  function download(): void {
    const file = URL.createObjectURL(new Blob([asFile(sheet, entries())], { type: "application/json" }))
    const link = el("a", { href: file, download: say.fileName(sheet) })
    link.click()
    URL.revokeObjectURL(file)
    told.textContent = say.saved
  }

  async function open(): Promise<void> {
    const text = await opener.files?.[0]?.text()
    opener.value = ""
    const held = text === undefined ? null : fromFile(sheet, text)
    if (held) put(held)
    told.textContent = held ? say.opened : say.otherFile
  }
}
