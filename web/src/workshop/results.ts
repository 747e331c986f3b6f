// Marks the answers to a test: the empty table to type them into, the files that come back, and what they say.
import { button, el, setText, status } from "../dom"
import type { Engine } from "./engine"
import { field, inWords, option, parsed } from "./field"
import { saving } from "./files"
import { readTest } from "./link"
import type { EmptyTable, Results } from "./request"
import { longCall } from "./wait"

const KINDS = ".csv,.tsv,.txt,.xlsx,.pdf"
const CODE = "Form code, or the link to the test"
const LINES = "If you have no link: the lines under “This test for IT”"
const DROP =
  "Choose the files, or drop them here: filled-in tables, answer sheets as PDF, or the report of a learning platform."

/** The tool, ready to be used. `level` is that of the headings in the report. */
export async function resultsTool(engine: Engine, level: number): Promise<HTMLElement> {
  return new ResultsTool(engine, level).place
}

class ResultsTool {
  readonly place = el("div", { class: "hb-bench", tabindex: "-1" })
  private readonly code = el("input", { type: "text", size: "34", autocomplete: "off", spellcheck: "false" })
  private readonly lines = el("textarea", { rows: "6", spellcheck: "false" })
  private readonly kind = el("select", {}, option("xlsx", "Excel workbook"), option("csv", "CSV"))
  private readonly table = el("div")
  private readonly tableSaid = status("hb-told")
  private readonly files = new Map<HTMLElement, File>()
  private readonly list = el("ul", { class: "hb-form-list" })
  private readonly said = status("hb-told")
  private readonly go = button("Mark the answers", () => void this.mark(), { class: "hb-button hb-go" })
  private readonly wait = el("div")
  private readonly outcome = el("div", { class: "hb-outcome" })

  constructor(
    private readonly engine: Engine,
    private readonly level: number,
  ) {
    this.place.append(this.test(), this.emptyTable(), this.answers(), this.said, this.wait, this.outcome)
  }

  private test(): HTMLElement {
    const about =
      "The code is on every sheet. You need it for the empty table and for the report of a learning platform. " +
      "Filled-in tables and answer sheets already have it."
    return el(
      "div",
      { class: "hb-bench-form" },
      field(CODE, this.code),
      el("p", { class: "hb-note" }, about),
      el("details", {}, el("summary", {}, "A test you put together yourself"), field(LINES, this.lines)),
    )
  }

  private emptyTable(): HTMLElement {
    const make = button("Make the empty table", () => void this.makeTable())
    return el(
      "fieldset",
      { class: "hb-bench-form" },
      el("legend", {}, "Type in answers from paper"),
      field("Kind of file", this.kind),
      make,
      this.tableSaid,
      this.table,
    )
  }

  private answers(): HTMLElement {
    const input = el("input", { type: "file", accept: KINDS, multiple: "" })
    input.addEventListener("change", () => {
      this.add(input.files)
      input.value = ""
    })
    const drop = el("div", { class: "hb-bench-form hb-drop" }, field(DROP, input))
    drop.addEventListener("dragover", (event) => event.preventDefault())
    drop.addEventListener("drop", (event) => {
      event.preventDefault()
      this.add(event.dataTransfer?.files)
    })
    return el("fieldset", { class: "hb-bench-form" }, el("legend", {}, "Mark what came back"), drop, this.list, this.go)
  }

  private add(files: FileList | null | undefined): void {
    for (const file of files ?? []) {
      const entry = el("li", { class: "hb-bench-row" }, file.name)
      const remove = button("Remove", () => this.remove(entry), {
        class: "hb-button hb-quiet",
        "aria-label": `Remove ${file.name}`,
      })
      entry.append(remove)
      this.files.set(entry, file)
      this.list.append(entry)
    }
    setText(this.said, this.counted())
  }

  private remove(entry: HTMLElement): void {
    this.files.delete(entry)
    entry.remove()
    setText(this.said, this.counted())
    this.place.focus()
  }

  private counted(): string {
    return this.files.size === 1 ? "1 file to mark." : `${this.files.size} files to mark.`
  }

  /** The form code, with what the test is made of where it is one of one's own. */
  private wish(): object {
    const typed = this.code.value.trim()
    const linked = typed.includes("#") ? readTest(typed.slice(typed.indexOf("#"))) : null
    if (typed.includes("#") && !linked) throw new Error("This link is cut off. Copy it again where you made the test.")
    const draft = linked && !linked.test.quiz ? linked.test.draft : null
    return { code: linked?.code ?? typed, draft, blueprint: this.lines.value }
  }

  private async makeTable(): Promise<void> {
    this.table.replaceChildren()
    try {
      const request = { ...this.wish(), kind: this.kind.value }
      const { value, content } = await this.engine.call("table", request)
      const { name, about } = value as EmptyTable
      setText(this.tableSaid, about)
      this.table.append(saving(name, content))
    } catch (error) {
      setText(this.tableSaid, inWords(error))
    }
  }

  private async mark(): Promise<void> {
    this.outcome.replaceChildren()
    if (!this.files.size) {
      setText(this.said, "Choose a file first.")
      return
    }
    setText(this.said, "")
    try {
      const { files, content } = await together([...this.files.values()])
      const request = { ...this.wish(), files, level: this.level }
      const marking = () => this.engine.call("results", request, content)
      const answer = await longCall(this.wait, this.go, "Marking", this.engine, marking)
      this.show(answer.value as Results, answer.content)
    } catch (error) {
      setText(this.said, inWords(error))
    }
  }

  private show({ said, problems, html, page }: Results, content: Uint8Array<ArrayBuffer>): void {
    setText(this.said, said)
    if (problems.length) this.outcome.append(el("ul", {}, ...problems.map((problem) => el("li", {}, problem))))
    if (!html) return
    const files = [saving("report.html", page, "text/html"), " ", saving("results.csv", content, "text/csv")]
    this.outcome.append(el("p", { class: "hb-buttons" }, ...files), ...parsed(html))
  }
}

/** The bytes of several files one after the other, with their names and sizes. Rejects, in words, where one can't be read. */
async function together(files: readonly File[]): Promise<{ files: object[]; content: Uint8Array<ArrayBuffer> }> {
  const parts = await Promise.all(files.map(bytesOf))
  const content = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    content.set(part, at)
    at += part.length
  }
  return { files: files.map(({ name }, index) => ({ name, size: parts[index]?.length ?? 0 })), content }
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    throw new Error(`${file.name} can't be read. If it is a folder, open it and choose the files in it.`)
  }
}
