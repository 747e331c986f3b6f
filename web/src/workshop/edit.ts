// Tries a change: a file in an editor, what is wrong with it, how it would look, and how to publish it.
import { all, button, el, setText, status } from "../dom"
import type { Drafts } from "./drafts"
import { editorFor } from "./editor"
import type { Engine } from "./engine"
import type { Attempt, Files, Problem } from "./request"

const PAUSE = 600
/** The query of an address that names the file to open. */
export const FILE = "file"

/** The tool, ready to be used. `home` is the address of the site's first folder. */
export async function editTool(engine: Engine, drafts: Drafts, home: string): Promise<HTMLElement> {
  const files = (await engine.call("files", {})).value as Files
  const tool = new EditTool(engine, files, drafts, home)
  await tool.begin(new URLSearchParams(location.search).get(FILE))
  return tool.place
}

class EditTool {
  readonly place = el("div", { class: "hb-bench", tabindex: "-1" })
  private readonly names = el("datalist", { id: "hb-files" })
  private readonly name = el("input", { type: "text", list: "hb-files", autocomplete: "off", spellcheck: "false" })
  private readonly said = status("hb-told")
  private readonly list = el("ul")
  private readonly more = el("div")
  private readonly preview = el("div", { class: "hb-paper" })
  private readonly editor = editorFor(() => this.changed())
  private path = ""
  private base = ""
  private timer = 0
  private round = 0

  constructor(
    private readonly engine: Engine,
    private readonly files: Files,
    private readonly drafts: Drafts,
    private readonly home: string,
  ) {
    this.names.append(...files.files.map(({ path, title }) => el("option", { value: path }, title)))
    const form = el(
      "form",
      { class: "hb-bench-form" },
      el("label", { class: "hb-bench-field" }, el("span", {}, "Page, question file or list"), this.name),
      el("button", { type: "submit", class: "hb-button" }, "Open"),
    )
    form.addEventListener("submit", (event) => {
      event.preventDefault()
      void this.open(this.name.value.trim())
    })
    const heading = el("h3", {}, "Preview")
    this.place.append(
      form,
      this.names,
      this.waiting(),
      this.editor.place,
      this.said,
      this.list,
      this.tools(),
      this.more,
    )
    this.place.append(heading, this.preview)
  }

  async begin(path: string | null): Promise<void> {
    for (const kept of this.drafts.paths()) {
      const draft = this.drafts.find(kept)
      if (draft) await this.engine.call("attempt", { path: kept, text: draft.text, line: 1 }).catch(() => {})
    }
    const first = path ?? this.drafts.paths()[0] ?? this.files.files[0]?.path
    if (first) await this.open(first)
  }

  /** The files that have a draft, to go on with. */
  private waiting(): HTMLElement {
    const paths = this.drafts.paths()
    if (!paths.length) return el("div")
    const entries = paths.map((path) =>
      el(
        "li",
        {},
        button(path, () => void this.open(path)),
      ),
    )
    return el("div", {}, el("p", {}, "Drafts kept in this browser:"), el("ul", {}, ...entries))
  }

  private tools(): HTMLElement {
    const copy = button("Copy the text", async () => {
      await navigator.clipboard.writeText(this.editor.text())
      setText(this.said, "Copied.")
    })
    const save = button("Download the file", () => this.save())
    const back = button("Throw the draft away", () => void this.restore())
    const host = el("a", { class: "hb-button", href: "#", hidden: "" }, "Copy, then open in the git host")
    if (this.files.editor) {
      host.hidden = false
      host.addEventListener("click", () => {
        void navigator.clipboard.writeText(this.editor.text())
        host.href = `${this.files.editor}/${this.path}`
      })
    }
    return el("p", { class: "hb-buttons" }, copy, save, host, back)
  }

  private async open(path: string): Promise<void> {
    this.path = path
    this.name.value = path
    this.base = ((await this.engine.call("open", { path })).value as { text: string }).text
    const draft = this.drafts.find(path)
    this.editor.open(path, draft?.text ?? this.base)
    if (draft && draft.base !== this.base)
      setText(
        this.said,
        "The published file has changed since you began this draft. Compare the two before you publish.",
      )
    await this.attempt()
  }

  private changed(): void {
    const text = this.editor.text()
    if (text === this.base) this.drafts.drop(this.path)
    else if (!this.drafts.keep(this.path, { text, base: this.drafts.find(this.path)?.base ?? this.base }))
      setText(this.said, "This browser can't keep your draft. Copy it before you leave the page.")
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => void this.attempt(), PAUSE)
  }

  /** Asks what comes of the text; an answer that a newer text has overtaken is passed over. */
  private async attempt(): Promise<void> {
    const round = ++this.round
    const request = { path: this.path, text: this.editor.text(), line: this.editor.line() }
    try {
      const { value } = await this.engine.call("attempt", request)
      if (round === this.round) this.show(value as Attempt)
    } catch (error) {
      setText(this.said, error instanceof Error ? error.message : String(error))
    }
  }

  private show({ problems, elsewhere, preview, changes, fix }: Attempt): void {
    this.editor.mark(problems)
    const wrong = problems.filter(({ notice }) => !notice).length
    setText(this.said, wrong ? `${wrong} to fix before this can be published.` : "Nothing to fix in this file.")
    this.list.replaceChildren(...problems.map((problem) => this.entry(problem)))
    this.more.replaceChildren()
    if (fix !== null) this.more.append(button("Fix what can be fixed", () => this.editor.replace(fix)))
    this.tell("Wrong in other files because of this change", elsewhere.map(inWords))
    this.tell("What changes for readers", changes)
    this.preview.replaceChildren(...this.parsed(preview.html, preview.address))
  }

  private entry(problem: Problem): HTMLElement {
    const { line, message, hint, notice } = problem
    const go = button(`Line ${line}`, () => this.editor.goTo(line))
    return el("li", {}, go, ` ${notice ? "Look at this: " : ""}${message}. ${hint}`)
  }

  private tell(words: string, lines: readonly string[]): void {
    if (!lines.length) return
    const entries = lines.map((line) => el("li", {}, line))
    this.more.append(el("details", {}, el("summary", {}, `${words} (${lines.length})`), el("ul", {}, ...entries)))
  }

  /** The library's HTML with links and pictures that work from here: it was made for the page's own address. */
  private parsed(html: string, address: string): Node[] {
    const { body } = new DOMParser().parseFromString(html, "text/html")
    const at = new URL(address, this.home)
    for (const link of all<HTMLAnchorElement>(body, "a[href]")) {
      link.href = new URL((link.getAttribute("href") ?? "").replace(/\.md(#|$)/, ".html$1"), at).href
      link.target = "_blank"
    }
    for (const image of all<HTMLImageElement>(body, "img[src]"))
      image.src = new URL(image.getAttribute("src") ?? "", at).href
    for (const sheet of all(body, "link")) sheet.remove()
    return [...body.childNodes]
  }

  private save(): void {
    const href = URL.createObjectURL(new Blob([this.editor.text()], { type: "text/plain" }))
    el("a", { href, download: this.path.slice(this.path.lastIndexOf("/") + 1) }).click()
    URL.revokeObjectURL(href)
  }

  private async restore(): Promise<void> {
    this.drafts.drop(this.path)
    await this.engine.call("restore", { path: this.path })
    await this.open(this.path)
  }
}

function inWords({ path, line, message, hint }: Problem): string {
  return `${path}:${line}: ${message}. ${hint}`
}
