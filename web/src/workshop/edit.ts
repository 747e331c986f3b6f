// Tries a change: a file as a form and in an editor, what is wrong with it, how it would look, and how to publish it.
import { button, el, setText, status } from "../dom"
import { copy } from "../words/copy"
import { beginnings } from "./begin"
import { bringing } from "./bring"
import { pathOf } from "./choice"
import type { Drafts } from "./drafts"
import { type Editor, editorFor } from "./editor"
import type { Engine } from "./engine"
import { field, inWords, option } from "./field"
import { PartForm } from "./form"
import type { Origin } from "./marks"
import { type Elsewhere, type Preview, previewFor } from "./preview"
import type {
  Attempt,
  Change,
  Changed,
  Completion,
  Files,
  Form,
  Glance,
  LineFix,
  Problem,
  Where,
  Written,
} from "./request"

const HOME = "docs/index.md"
/** Milliseconds without a keystroke: then the file is looked at, and later the whole handbook. */
const PAUSE = 250
const LONG_PAUSE = 1500
/** So many things to look at are all in sight. */
const FEW = 5
const NOT_COPIED = "This browser doesn't let a page copy. Download the file instead."
/** The query of an address that names the file to open. */
const FILE = "file"

/** The tool, ready to be used. `home` is the address of the site's first folder. */
export async function editTool(engine: Engine, drafts: Drafts, home: string): Promise<HTMLElement> {
  const files = (await engine.call("files", {})).value as Files
  const tool = new EditTool(engine, files, drafts, home)
  await tool.begin(new URLSearchParams(location.search).get(FILE))
  return tool.place
}

class EditTool {
  readonly place = el("div", { class: "hb-bench", tabindex: "-1" })
  private readonly names = el("datalist", { id: "workshop-files" })
  private readonly name = el("input", {
    type: "text",
    list: "workshop-files",
    autocomplete: "off",
    spellcheck: "false",
  })
  private readonly said = status("hb-told")
  private readonly offer = status("hb-told")
  private readonly list = el("ul")
  private readonly more = el("div")
  private readonly kept = el("div")
  private readonly part = el("select")
  private readonly form = new PartForm((change, focus) => void this.change(change, focus))
  private readonly editor: Editor
  private readonly preview: Preview
  private path = ""
  private base = ""
  private joint: readonly Problem[] = []
  private timers: number[] = []
  private round = 0
  private opening = 0
  private changing = Promise.resolve()

  constructor(
    private readonly engine: Engine,
    private readonly files: Files,
    private readonly drafts: Drafts,
    private readonly home: string,
  ) {
    this.editor = editorFor(
      () => this.changed(),
      (line, column) => this.complete(line, column),
    )
    this.preview = previewFor(home, (origin, elsewhere) => void this.pick(origin, elsewhere))
    this.names.append(...files.files.map(({ path, title }) => option(path, title)))
    this.part.addEventListener("change", () => void this.goTo(Number(this.part.value)))
    const parts = el("details", { open: "" }, el("summary", {}, "As a form"), field("Part", this.part), this.form.place)
    const text = el("details", { open: "" }, el("summary", {}, "As text"), this.editor.place)
    const make = async (name: string, request: object): Promise<void> => this.take(await this.written(name, request))
    this.place.append(
      this.opener(),
      this.names,
      this.kept,
      beginnings(files, make, (error) => this.fail(error)),
      bringing(engine, make),
      el(
        "div",
        { class: "hb-work" },
        el("div", {}, parts, this.offer, this.said, this.list, text, this.tools(), this.more),
        this.look(),
      ),
    )
  }

  async begin(path: string | null): Promise<void> {
    for (const kept of this.drafts.paths()) {
      const draft = this.drafts.find(kept)
      if (draft) await this.engine.call("write", { path: kept, text: draft.text }).catch(() => {})
    }
    const { files } = this.files
    const home = files.find((file) => file.path === HOME) ?? files[0]
    const first = path ?? this.drafts.paths()[0] ?? home?.path
    if (first) await this.open(first)
  }

  /** The preview, beside the form and the text where there is room. */
  private look(): HTMLElement {
    const title = el("h3", { id: "workshop-preview" }, "Preview")
    const note = el("p", { class: "hb-note" }, "Click on any words to change them.")
    return el(
      "section",
      { class: "hb-look", tabindex: "0", "aria-labelledby": title.id },
      title,
      note,
      this.preview.place,
    )
  }

  private opener(): HTMLElement {
    const open = el("button", { type: "submit", class: "hb-button" }, "Open")
    const form = el("form", { class: "hb-bench-form" }, field("Page, question file or list", this.name), open)
    form.addEventListener("submit", (event) => {
      event.preventDefault()
      void this.open(pathOf(this.name.value, this.files.files, this.home))
    })
    return form
  }

  /** The files that have a draft, to go on with. */
  private showDrafts(): void {
    const paths = this.drafts.paths()
    const entries = paths.map((path) =>
      el(
        "li",
        {},
        button(path, () => void this.open(path)),
      ),
    )
    this.kept.replaceChildren(
      ...(paths.length ? [el("p", {}, "Drafts kept in this browser:"), el("ul", {}, ...entries)] : []),
    )
  }

  private tools(): HTMLElement {
    const clip = button("Copy the text", async () => {
      setText(this.said, (await copy(this.editor.text())) ? "Copied." : NOT_COPIED)
    })
    const save = button("Download the file", () => this.save())
    const back = button("Throw the draft away", () => void this.restore())
    const host = el("a", { class: "hb-button", href: "#", hidden: "" }, "Copy, then open in the git host")
    if (this.files.editor) {
      host.hidden = false
      host.addEventListener("click", () => {
        void copy(this.editor.text())
        host.href = `${this.files.editor}/${this.path}`
      })
    }
    return el("p", { class: "hb-buttons" }, clip, save, host, back)
  }

  /** The files that come of a call, once the library has what was typed last. */
  private async written(name: string, request: object): Promise<readonly Written[]> {
    await this.hand()
    return ((await this.engine.call(name, request)).value as { files: Written[] }).files
  }

  /** Hands what was typed to the library, which may not have looked at it yet. */
  private async hand(): Promise<void> {
    await this.changing // a change of the form is one of the file that is still open
    const request = { path: this.path, text: this.editor.text() }
    if (request.text !== this.base) await this.engine.call("write", request).catch((error) => this.fail(error))
  }

  private async keep(written: readonly Written[]): Promise<void> {
    for (const { path, text } of written) {
      const { text: base } = (await this.engine.call("open", { path })).value as { text: string }
      this.drafts.keep(path, { text, base })
    }
  }

  /** Files that something was put into are drafts; the first one is opened where it was put. */
  private async take(written: readonly Written[]): Promise<void> {
    await this.keep(written)
    const [first] = written
    if (!first) return
    const before = this.drafts.find(first.path)?.base ?? ""
    await this.open(first.path)
    const lines = first.text.split("\n")
    const fresh = lines.findIndex((line, at) => line !== before.split("\n")[at])
    await this.goTo(Math.min(fresh + 2, lines.length))
  }

  /** Opens a file with its draft. Until it is there, all stays as it was; of two that are asked for, the later one. */
  private async open(path: string): Promise<void> {
    const opening = ++this.opening
    this.hold(`Opening ${path} \u2026`)
    await this.hand()
    const { text } = (await this.engine.call("open", { path })).value as { text: string }
    if (opening !== this.opening) return
    for (const timer of this.timers) clearTimeout(timer)
    const draft = this.drafts.find(path)
    this.path = path
    this.base = text
    this.name.value = path
    this.joint = []
    this.list.replaceChildren()
    setText(this.offer, "")
    this.preview.clear()
    this.editor.open(path, draft?.text ?? text)
    this.showDrafts()
    await this.attempt()
    if (draft && draft.base !== text)
      setText(
        this.said,
        "The published file has changed since you began this draft. Compare the two before you publish.",
      )
    await this.refresh()
    if (opening !== this.opening) return
    this.form.place.inert = false
    this.place.removeAttribute("aria-busy")
  }

  /** Takes nothing that is typed until the next file is there: it would go into the one that is about to leave. */
  private hold(words: string): void {
    this.place.setAttribute("aria-busy", "true")
    this.form.place.inert = true
    this.round++ // what is still to come is of the text before
    this.editor.hold()
    setText(this.said, words)
  }

  private changed(): void {
    const text = this.editor.text()
    if (text === this.base) this.drafts.drop(this.path)
    else if (!this.drafts.keep(this.path, { text, base: this.drafts.find(this.path)?.base ?? this.base }))
      setText(this.said, "This browser can't keep your draft. Copy it before you leave the page.")
    for (const timer of this.timers) clearTimeout(timer)
    this.timers = [
      window.setTimeout(() => void this.glance(), PAUSE),
      window.setTimeout(() => void this.attempt(), LONG_PAUSE),
    ]
  }

  /** Asks what comes of the text by itself. */
  private async glance(): Promise<void> {
    await this.ask("glance", (value) => this.show(value as Glance))
    if (!this.form.hasFocus()) await this.refresh()
  }

  /** Asks what comes of the text in the whole handbook. */
  private async attempt(): Promise<void> {
    await this.ask("attempt", (value) => {
      const attempt = value as Attempt
      this.joint = attempt.joint
      this.show(attempt)
      this.showRest(attempt.elsewhere)
    })
  }

  /** An answer that a newer text has overtaken is passed over. */
  private async ask(name: string, use: (value: unknown) => void): Promise<void> {
    const round = ++this.round
    try {
      const request = { path: this.path, text: this.editor.text(), line: this.editor.line() }
      const { value } = await this.engine.call(name, request)
      if (round === this.round) use(value)
    } catch (error) {
      this.fail(error)
    }
  }

  private show({ problems: own, preview, fixes }: Glance): void {
    const problems = [...own, ...this.joint].sort((one, other) => one.line - other.line)
    this.editor.mark(problems, fixes)
    const wrong = problems.filter(({ notice }) => !notice).length
    setText(this.said, wrong ? `${wrong} to fix before this can be published.` : "Nothing to fix in this file.")
    this.list.replaceChildren(...this.entries(problems, fixes))
    if (fixes.length > 1)
      this.list.append(
        el(
          "li",
          {},
          button("Fix what can be fixed", () => this.editor.fix(fixes)),
        ),
      )
    if (preview.html) this.preview.show(preview.html, preview.address)
  }

  /** What to fix, line by line. Many things that are only worth a look are in a box to open. */
  private entries(problems: readonly Problem[], fixes: readonly LineFix[]): HTMLElement[] {
    const entries = (of: readonly Problem[]) => of.map((problem) => this.entry(problem, fixes))
    const notices = problems.filter(({ notice }) => notice)
    if (notices.length <= FEW) return entries(problems)
    const words = `Worth a look (${notices.length})`
    const more = el("details", {}, el("summary", {}, words), el("ul", {}, ...entries(notices)))
    more.open = this.list.querySelector("details")?.open ?? false
    return [...entries(problems.filter(({ notice }) => !notice)), el("li", {}, more)]
  }

  private showRest(elsewhere: readonly Problem[]): void {
    this.more.replaceChildren()
    if (elsewhere.length) {
      const entries = elsewhere.map(({ path, line, message, hint }) =>
        el("li", {}, `${path}:${line}: ${message}. ${hint}`),
      )
      const words = `Wrong in other files because of this change (${elsewhere.length})`
      this.more.append(el("details", { open: "" }, el("summary", {}, words), el("ul", {}, ...entries)))
    }
    const list = el("ul")
    const changes = el("details", {}, el("summary", {}, "What changes for readers"), list)
    changes.addEventListener("toggle", async () => {
      if (!changes.open) return
      const { value } = await this.engine.call("changes", {})
      const lines = (value as { changes: string[] }).changes
      list.replaceChildren(...(lines.length ? lines : ["Nothing"]).map((line) => el("li", {}, line)))
    })
    this.more.append(changes)
  }

  private entry(problem: Problem, fixes: readonly LineFix[]): HTMLElement {
    const { line, message, hint, notice } = problem
    const go = button(`Line ${line}`, () => void this.goTo(line))
    const entry = el("li", {}, go, ` ${notice ? "Look at this: " : ""}${message}. ${hint} `)
    const fix = fixes.find((each) => line >= each.line && line < each.line + Math.max(each.count, 1))
    if (fix) entry.append(button(`Fix line ${fix.line}`, () => this.editor.fix([fix])))
    return entry
  }

  /** What was clicked in the preview: its form opens at the words, or the cursor goes to their line. */
  private async pick(origin: Origin | null, elsewhere: Elsewhere): Promise<void> {
    if (origin) return this.goTo(origin.line, origin.cell ? [origin.cell] : [])
    const { path, line } = (await this.engine.call("source", elsewhere)).value as { path: string; line: number }
    if (!path || path === this.path) return setText(this.said, "These words aren't in this file.")
    const open = button("Open it", async () => {
      await this.open(path)
      await this.goTo(line)
    })
    this.said.replaceChildren(`These words are in ${path}. `, open)
  }

  /** Goes to a line: to its value in the form, where it has one. */
  private async goTo(line: number, at: Where = []): Promise<void> {
    this.editor.goTo(line)
    await this.refresh()
    if (!this.path.endsWith(".md")) await this.ask("glance", (value) => this.show(value as Glance)) // another question
    if (!this.form.focus(line, at)) this.editor.focus()
  }

  /** Shows the form of the part that the cursor is in. */
  private async refresh(): Promise<void> {
    try {
      const request = { path: this.path, text: this.editor.text(), line: this.editor.line() }
      const form = (await this.engine.call("form", request)).value as Form
      this.part.replaceChildren(...form.parts.map(({ line, title }) => option(String(line), title)))
      this.part.value = String(form.part)
      this.form.show(form)
    } catch (error) {
      this.fail(error)
    }
  }

  /** Changes a value in its lines, one change after the other. The form stays, unless entries came, went or moved. */
  private change(change: Change, focus: Where): Promise<void> {
    this.changing = this.changing.then(async () => {
      const line = Number(this.part.value)
      try {
        const request = { path: this.path, text: this.editor.text(), line, change }
        const { value } = await this.engine.call("change", request)
        const changed = value as Changed
        const { text, line: part } = changed
        this.editor.replace(text)
        if (change.kind === "set") return
        if (changed.others.length) this.offerNames(changed, change.value)
        if (part) this.editor.goTo(part)
        await this.refresh()
        if (!part) this.form.focus(0, focus)
        else if (!this.form.focus(0, focus)) this.form.focus(part)
      } catch (error) {
        this.fail(error)
      }
    })
    return this.changing
  }

  /** Says which other files have a value's old name, and changes it there, too, if that is wanted. */
  private offerNames({ key, others }: Changed, name: string): void {
    const change = button("Change it there, too", async () => {
      await this.keep(await this.written("rename", { key, name }))
      this.showDrafts()
      setText(this.offer, `Changed in ${others.join(", ")}. Publish these files together with this one.`)
      await this.attempt()
    })
    this.offer.replaceChildren(`The old name, ${key}, is still in ${others.join(", ")}. `, change)
  }

  private async complete(line: number, column: number): Promise<Completion> {
    const request = { path: this.path, text: this.editor.text(), line, column }
    return (await this.engine.call("complete", request)).value as Completion
  }

  private fail(error: unknown): void {
    setText(this.said, inWords(error))
  }

  private save(): void {
    const href = URL.createObjectURL(new Blob([this.editor.text()], { type: "text/plain" }))
    el("a", { href, download: this.path.slice(this.path.lastIndexOf("/") + 1) }).click()
    URL.revokeObjectURL(href)
  }

  private async restore(): Promise<void> {
    const { path } = this
    this.hold("Throwing the draft away \u2026")
    await this.changing
    this.drafts.drop(path)
    for (const timer of this.timers) clearTimeout(timer)
    await this.engine.call("restore", { path })
    await this.open(path)
  }
}
