// Makes a test: what to ask, the forms that come out, and files of them to save.
import { all, button, el, setText, status } from "../dom"
import { data, Part } from "../page"
import { copy } from "../words/copy"
import type { Engine } from "./engine"
import { field, inWords, option, parsed } from "./field"
import { downloads } from "./files"
import { addressOf } from "./link"
import type { Choices, Drawing, Request, TestForm } from "./request"
import { rowsOf } from "./rows"

const OWN = ""
const MINUTES = "Minutes it should take, as shown in the linked test (0: not shown)"
const COPIED = "Copied. Whoever opens the link takes this form, and nothing is marked until they finish."
const NOT_COPIED = "This browser doesn't let a page copy. Right-click the link beside the button, and copy its address."
const SEED = "Seed: the same word gives the same test again (empty: the name of the test)"

/** The tool, ready to be used. */
export async function testTool(engine: Engine): Promise<HTMLElement> {
  const choices = (await engine.call("choices", {})).value as Choices
  return new TestTool(engine, choices).place
}

class TestTool {
  readonly place = el("div", { class: "hb-bench", tabindex: "-1" })
  private readonly quiz = el("select")
  private readonly title = el("input", { type: "text", value: "My test", maxlength: "60" })
  private readonly minutes = el("input", { type: "number", min: "0", max: "240", value: "0", required: "" })
  private readonly forms: HTMLInputElement
  private readonly seed = el("input", { type: "text", value: "", autocomplete: "off" })
  private readonly rows
  private readonly own = el("div", { class: "hb-bench-form" })
  private readonly outcome = el("div", { class: "hb-outcome" })
  private readonly said = status("hb-told")
  private readonly exclude = new Map<string, string>()
  private readonly excluded = el("ul")
  /** What the forms that are shown were drawn from. */
  private drawn: Request | null = null
  /** How often was drawn: of two draws on their way, the later one is shown. */
  private round = 0

  constructor(
    private readonly engine: Engine,
    private readonly choices: Choices,
  ) {
    this.rows = rowsOf(choices)
    this.forms = el("input", { type: "number", min: "1", max: String(choices.forms), value: "1", required: "" })
    this.quiz.append(option(OWN, "A test of my own"), ...choices.quizzes.map(({ id, title }) => option(id, title)))
    this.own.append(field("Title", this.title), this.rows.place, field(MINUTES, this.minutes), this.excluded)
    const form = el(
      "form",
      { class: "hb-bench-form" },
      field("What to ask", this.quiz),
      this.own,
      field("How many forms, with different questions where possible", this.forms),
      field(SEED, this.seed),
      el("button", { type: "submit", class: "hb-button hb-go" }, "Draw the test"),
    )
    this.quiz.addEventListener("change", () => {
      // what is out of sight can't be corrected, so it stops nothing
      this.own.hidden = form.noValidate = this.quiz.value !== OWN
    })
    form.addEventListener("submit", (event) => {
      event.preventDefault()
      void this.draw()
    })
    const edition = el("p", { class: "hb-note" }, `Edition ${choices.edition}`)
    this.place.append(form, this.said, this.outcome, edition)
  }

  private request(): Request {
    return {
      quiz: this.quiz.value,
      draft: {
        title: this.title.value,
        rows: this.rows.read(),
        exclude: [...this.exclude.keys()],
        minutes: Number(this.minutes.value) || 0,
      },
      seed: this.seed.value,
      forms: Number(this.forms.value) || 1,
    }
  }

  private async draw(): Promise<void> {
    this.drawn = this.request()
    if (!this.drawn.quiz && !this.drawn.draft.rows.length) {
      this.outcome.replaceChildren()
      setText(this.said, "Nothing was drawn: add a line first, so that the test has questions.")
      return
    }
    const round = ++this.round
    setText(this.said, "") // what is said next is of this draw, and is read out even if it is the same
    try {
      const { value } = await this.engine.call("draw", this.drawn)
      if (round === this.round) this.show(value as Drawing)
    } catch (error) {
      if (round === this.round) setText(this.said, inWords(error))
    }
  }

  private show({ problems, shortages, forms, blueprint }: Drawing): void {
    this.outcome.replaceChildren()
    if (problems.length || shortages.length) {
      const lines = [...problems.map(({ message, hint }) => `${message}. ${hint}`), ...shortages]
      setText(this.said, "Nothing was drawn:")
      this.outcome.append(el("ul", {}, ...lines.map((line) => el("li", {}, line))))
      return
    }
    setText(this.said, `${counted(forms)} Nobody sees the answers until you ask for them.`)
    this.outcome.append(...forms.map((form) => this.sheet(form)))
    if (this.quiz.value === OWN) this.outcome.append(asBlueprint(blueprint))
  }

  private sheet(form: TestForm): HTMLElement {
    const questions = el("div", { class: "hb-paper" })
    questions.append(...parsed(form.html))
    const keys = all<HTMLDetailsElement>(questions, "details")
    for (const key of keys) key.hidden = true
    const show = button("Show the answers", () => {
      const hidden = keys.some((key) => key.hidden)
      for (const key of keys) [key.hidden, key.open] = [!hidden, hidden]
      setText(show, hidden ? "Hide the answers" : "Show the answers")
    })
    if (this.quiz.value === OWN) this.addExclusion(questions)
    const preview = el("details", {}, el("summary", {}, `Look at the ${form.count} questions`), show, questions)
    const test = this.drawn ?? this.request()
    const address = addressOf({ test, code: form.code })
    const told = status("hb-told")
    const link = button("Copy the link to this test", async () => {
      setText(told, (await copy(address)) ? COPIED : NOT_COPIED)
    })
    const open = el("a", { href: address, target: "_blank" }, "Open it as your team will see it")
    const sharing = el("div", {}, el("p", { class: "hb-buttons" }, link, open), told)
    const heading = el("h3", {}, "Form ", el("code", {}, form.code))
    return el("section", {}, heading, preview, sharing, downloads(this.engine, this.choices.formats, test, form.code))
  }

  private addExclusion(questions: HTMLElement): void {
    for (const question of all<HTMLElement>(questions, Part.Item)) {
      const name = data(question, "item")
      const words = this.choices.questions.find(({ id }) => id === name)?.stem ?? name
      question.append(
        button("Leave this one out", () => {
          this.leaveOut(name, words)
          void this.draw().then(() => this.lookAgain())
        }),
      )
    }
  }

  /** Back to the questions of the new draw: the button that was pressed went with the old ones. */
  private lookAgain(): void {
    const preview = this.outcome.querySelector("details")
    if (!preview) return
    preview.open = true
    preview.querySelector("summary")?.focus()
  }

  private leaveOut(name: string, words: string): void {
    if (this.exclude.has(name)) return
    this.exclude.set(name, words)
    const entry = el("li", {}, `Left out: ${words} `)
    entry.append(
      button("Ask it again", () => {
        this.exclude.delete(name)
        entry.remove()
      }),
    )
    this.excluded.append(entry)
  }
}

/** How many forms there are, and whether any are the same: the last part of a code stands for the questions. */
function counted(forms: readonly TestForm[]): string {
  const different = new Set(forms.map(({ code }) => code.slice(code.lastIndexOf("-")))).size
  if (forms.length === 1) return "One form drawn."
  if (different === forms.length) return `${forms.length} forms drawn.`
  const same = different === 1 ? "They all ask the same questions" : `Only ${different} of them differ`
  return `${forms.length} forms drawn. ${same}, because the test has no others to ask.`
}

function asBlueprint(text: string): HTMLElement {
  const about =
    "To keep this test: IT adds these lines to quizbank/quizzes.yml, or draws from them with handbook draw --blueprint."
  return el(
    "details",
    {},
    el("summary", {}, "This test for IT"),
    el("p", {}, about),
    el("pre", {}, el("code", {}, text)),
  )
}
