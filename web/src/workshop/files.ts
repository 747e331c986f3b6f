// Files of a form, each made when it is asked for; what a file can't hold is said before it is saved.
import { button, el, setText, status } from "../dom"
import type { Engine } from "./engine"
import type { Choice, Export } from "./request"

const KIND = "application/octet-stream"

/** The link that saves a file. */
export function saving(name: string, content: BlobPart, type = KIND): HTMLElement {
  const href = URL.createObjectURL(new Blob([content], { type }))
  return el("a", { href, download: name, class: "hb-button" }, `Save ${name}`)
}

/** The choice of a format, and the file in it. */
export function downloads(engine: Engine, formats: readonly Choice[], code: string): HTMLElement {
  const format = el("select", { "aria-label": "Format" })
  format.append(...formats.map(({ id, title }) => el("option", { value: id }, title)))
  const said = status("hb-told")
  const place = el("div")
  const make = button("Make the file", () => void run())

  async function run(): Promise<void> {
    place.replaceChildren()
    setText(said, "Making the file …")
    try {
      const { value, content } = await engine.call("export", { code, format: format.value })
      show(value as Export, content)
    } catch (error) {
      setText(said, error instanceof Error ? error.message : String(error))
    }
  }

  function show({ name, losses }: Export, content: Uint8Array<ArrayBuffer>): void {
    if (losses) place.append(el("p", {}, "What this format can't hold:"), el("pre", {}, losses))
    if (!name) {
      setText(said, "This format can't hold any of these questions.")
      return
    }
    setText(said, losses ? "The file is ready, but it leaves something out:" : "The file is ready.")
    place.append(saving(name, content))
  }

  return el("div", {}, el("p", {}, format, " ", make), said, place)
}
