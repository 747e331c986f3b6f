// Files of a form, each made when it is asked for; what a file can't hold is said before it is saved.
import { button, el, setText, status } from "../dom"
import type { Engine } from "./engine"
import { inWords } from "./field"
import type { Choice, Export, Request } from "./request"
import { longCall } from "./wait"

const KIND = "application/octet-stream"

/** The link that saves a file. */
export function saving(name: string, content: BlobPart, type = KIND): HTMLElement {
  const href = URL.createObjectURL(new Blob([content], { type }))
  return el("a", { href, download: name, class: "hb-button" }, `Save ${name}`)
}

/** The choice of a format, and the file in it of the form with a code, drawn from a test. */
export function downloads(engine: Engine, formats: readonly Choice[], test: Request, code: string): HTMLElement {
  const format = el("select", { "aria-label": "Format" })
  format.append(...formats.map(({ id, title }) => el("option", { value: id }, title)))
  const said = status("hb-told")
  const place = el("div")
  const make = button("Make the file", () => void run())

  async function run(): Promise<void> {
    setText(said, "")
    try {
      const request = { test, code, format: format.value }
      const making = () => engine.call("export", request)
      const { value, content } = await longCall(place, make, "Making the file", engine, making)
      show(value as Export, content)
    } catch (error) {
      setText(said, inWords(error))
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
