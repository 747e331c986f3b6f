// One worksheet of a page: kept in this browser as it is filled in, printed, saved as a file and opened again.
import { button, el, status } from "../dom"
import { forgetButton } from "../forget"
import { worksheet as say } from "../messages"
import { data } from "../page"
import { printPart } from "../print"
import type { StoreFor } from "../site"
import { asFile, type Entries, type Entry, fromFile, readEntries } from "./entries"
import { fieldsOf } from "./fields"

export function enhanceWorksheet(section: HTMLElement, storeFor: StoreFor): void {
  const sheet = data(section, "worksheet")
  const name = `worksheet:${sheet}`
  const notice = status("hb-told")
  const announce = (text: string): void => {
    notice.textContent = text
  }
  const store = storeFor((problem) => announce(say[problem]))
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
      forgetButton(store, announce),
      opener,
    ),
    notice,
  )
  addEventListener("storage", ({ key }) => (key === store.full(name) || key === null) && load())
  addEventListener("pageshow", ({ persisted }) => persisted && load())
  load()

  function entries(): Entries {
    const pairs = fields.map((field): [string, Entry | null] => [field.key, field.get()])
    return Object.fromEntries(pairs.filter((pair): pair is [string, Entry] => pair[1] !== null))
  }

  function show(saved: Entries): void {
    for (const field of fields) field.set(saved[field.key] ?? null)
    undo.hidden = before === null
  }

  function load(): void {
    before = null
    show(store.get(name, (record) => readEntries(record["entries"])) ?? {})
  }

  function save(): void {
    before = null
    undo.hidden = true
    announce("")
    const now = entries()
    if (Object.keys(now).length) store.set(name, { entries: now })
    else store.remove(name)
  }

  function put(saved: Entries): void {
    show(saved)
    save()
  }

  function clear(): void {
    const now = entries()
    put({})
    before = now
    undo.hidden = false
    undo.focus()
  }

  function download(): void {
    const file = URL.createObjectURL(new Blob([asFile(sheet, entries())], { type: "application/json" }))
    const link = el("a", { href: file, download: say.fileName(sheet) })
    link.click()
    URL.revokeObjectURL(file)
    announce(say.saved)
  }

  async function open(): Promise<void> {
    const text = await opener.files?.[0]?.text()
    opener.value = ""
    const saved = text === undefined ? null : fromFile(sheet, text)
    if (saved) put(saved)
    announce(saved ? say.opened : say.otherFile)
  }
}
