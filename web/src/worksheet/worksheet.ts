// One worksheet of a page: kept in this browser as it is filled in, printed, saved as a file and opened again.
import { button, el, status } from "../dom"
import { forgetButton } from "../forget"
import { worksheet as say } from "../messages"
import { data } from "../page"
import { printPart } from "../print"
import type { StoreFor } from "../site"
import type { Read } from "../store"
import { asFile, type Entries, type Entry, fromFile, opened, readEntries } from "./entries"
import type { Field } from "./field"
import { fieldsOf } from "./fields"

const read: Read<Entries> = ({ entries }, flaw) => readEntries(entries, flaw)

export function enhanceWorksheet(section: HTMLElement, storeFor: StoreFor): void {
  const sheet = data(section, "worksheet")
  const name = `worksheet:${sheet}`
  const notice = status("hb-told")
  const announce = (text: string): void => {
    notice.textContent = text
  }
  const store = storeFor((problem) => announce(say[problem]))
  const fields = fieldsOf(section, onChange)
  const undo = button(say.undo, () => put(before ?? {}, null))
  const opener = el("input", { type: "file", accept: ".json", hidden: "" })
  const more = el(
    "details",
    { class: "hb-more-tools" },
    el("summary", {}, say.more),
    el(
      "div",
      { class: "hb-buttons" },
      button(say.save, download),
      button(say.open, () => opener.click()),
      button(say.clear, clear),
      forgetButton(store, announce),
      opener,
    ),
  )
  let before: Entries | null = null

  opener.addEventListener("change", () => void open())
  section.classList.add("hb-live")
  section.append(
    el("p", { class: "hb-kept-where" }, say.storage),
    el(
      "div",
      { class: "hb-buttons" },
      button(say.print, () => printPart(section, "filled")),
      button(say.printBlank, () => printPart(section, "blank")),
      undo,
    ),
    notice,
    more,
  )
  addEventListener("storage", ({ key }) => (key === store.full(name) || key === null) && load())
  addEventListener("pageshow", ({ persisted }) => persisted && load())
  load()

  /** What is on the page, and what is saved of fields that are no longer there. */
  function entries(): Entries {
    const keys = fields.map(({ key }) => key)
    const gone = Object.entries(store.get(name, read) ?? {}).filter(([key]) => !keys.includes(key))
    const here = fields.flatMap((field): [string, Entry][] => {
      const entry = field.get()
      return entry === null ? [] : [[field.key, entry]]
    })
    return Object.fromEntries([...gone, ...here])
  }

  function show(saved: Entries): void {
    for (const field of fields) field.set(saved[field.key] ?? null)
    undo.hidden = before === null
  }

  function load(): void {
    before = null
    show(store.get(name, read) ?? {})
  }

  /** Saves one field. What another tab has saved of others meanwhile stays. */
  function onChange(field: Field): void {
    before = null
    undo.hidden = true
    announce("")
    const { [field.key]: _, ...others } = store.get(name, read) ?? {}
    const entry = field.get()
    save(entry === null ? others : { ...others, [field.key]: entry })
  }

  function save(saved: Entries): boolean {
    return store.set(name, Object.keys(saved).length ? { entries: saved } : null, read)
  }

  /** Puts entries in place of all. The button brings those back that were here. */
  function put(saved: Entries, undoing: string | null): boolean {
    announce("")
    const now = undoing === null ? null : entries()
    const success = save(saved)
    before = now
    undo.textContent = undoing
    show(saved)
    return success
  }

  function clear(): void {
    put({}, say.undo)
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
    const text = await opener.files?.[0]?.text().catch(() => "")
    opener.value = ""
    let damaged = 0
    const file = text === undefined ? null : fromFile(sheet, text, () => (damaged += 1))
    if (!file) return announce(say.otherFile)
    const { entries: merged, ...counts } = opened(entries(), file, damaged)
    if (put(merged, say.undoOpening)) announce(say.opened(counts))
  }
}
