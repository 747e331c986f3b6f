// Makes a mini guide of one's own: the cards and numbers that someone chooses, as a sheet to print and fold.
import { all, button, el, setText, status } from "../dom"
import type { Engine } from "./engine"
import { field, inWords, option } from "./field"
import { saving } from "./files"
import type { PocketChoices, Sheet } from "./request"
import { longCall } from "./wait"

const KIND = "application/pdf"

/** The tool, ready to be used. */
export async function pocketTool(engine: Engine): Promise<HTMLElement> {
  const choices = (await engine.call("pocket", {})).value as PocketChoices
  return new PocketTool(engine, choices).place
}

class PocketTool {
  readonly place = el("form", { class: "hb-bench hb-bench-form", tabindex: "-1" })
  private readonly ticks: readonly HTMLInputElement[]
  private readonly numbers = el("ol", { class: "hb-form-list" })
  private readonly paper: HTMLSelectElement
  private readonly said = status("hb-told")
  private readonly go = el("button", { type: "submit", class: "hb-button hb-go" }, "Make the sheet")
  private readonly wait = el("div")
  private readonly outcome = el("div", { class: "hb-outcome" })
  private readonly add = button("Add a number", () => this.addNumber("", "").focus())

  constructor(
    private readonly engine: Engine,
    private readonly choices: PocketChoices,
  ) {
    const { cards, mini, papers, paper } = choices
    this.ticks = cards.map(({ id }) => el("input", { type: "checkbox", value: id }))
    for (const tick of this.ticks) {
      tick.checked = mini.includes(tick.value)
      tick.addEventListener("change", () => this.count())
    }
    this.paper = el("select", {}, ...papers.map((size) => option(size, size === "a4" ? "A4" : "Letter")))
    this.paper.value = paper
    for (const { label, text } of choices.numbers) this.addNumber(label, text)
    this.place.append(
      this.cards(),
      this.numberFields(),
      field("Paper", this.paper),
      this.go,
      this.said,
      this.wait,
      this.outcome,
    )
    this.place.addEventListener("submit", (event) => {
      event.preventDefault()
      void this.make()
    })
    this.place.addEventListener("input", () => this.forget())
    this.count()
  }

  /** A sheet that was made before a change isn't offered any longer. */
  private forget(): void {
    this.outcome.replaceChildren()
  }

  private cards(): HTMLElement {
    const entries = this.choices.cards.map(({ title }, at) =>
      el("li", {}, el("label", {}, this.ticks[at] ?? "", ` ${title}`)),
    )
    const legend = el("legend", {}, `Cards: choose up to ${this.choices.most}`)
    return el("fieldset", {}, legend, el("ul", { class: "hb-form-list" }, ...entries))
  }

  private numberFields(): HTMLElement {
    const about = "Leave a number empty to get a line to write on."
    const { add } = this
    const legend = el("legend", {}, `Numbers for the back: up to ${this.choices.mostNumbers}`)
    return el("fieldset", {}, legend, el("p", { class: "hb-note" }, about), this.numbers, add)
  }

  private addNumber(label: string, text: string): HTMLInputElement {
    const name = el("input", { type: "text", value: label, "aria-label": "Name", placeholder: "Name" })
    const number = el("input", { type: "text", value: text, "aria-label": "Number", placeholder: "Number" })
    const entry = el("li", { class: "hb-bench-row" }, name, number)
    entry.append(button("Remove", () => this.removeNumber(entry), { class: "hb-button hb-quiet" }))
    this.numbers.append(entry)
    return name
  }

  /** The focus goes on to the next number, or where there is none, to the button that adds one. */
  private removeNumber(entry: HTMLElement): void {
    const next = (entry.nextElementSibling ?? entry.previousElementSibling)?.querySelector("button")
    entry.remove()
    this.forget()
    ;(next ?? this.add).focus()
  }

  private count(): void {
    const chosen = this.ticks.filter((tick) => tick.checked).length
    for (const tick of this.ticks) tick.disabled = !tick.checked && chosen >= this.choices.most
    setText(this.said, `${chosen} of ${this.choices.most} cards chosen.`)
  }

  private async make(): Promise<void> {
    const cards = this.ticks.flatMap((tick) => (tick.checked ? [tick.value] : []))
    const numbers = [...this.numbers.children].map((entry) =>
      all<HTMLInputElement>(entry, "input").map((input) => input.value),
    )
    this.outcome.replaceChildren()
    if (!cards.length) {
      setText(this.said, "Choose at least one card.")
      return
    }
    setText(this.said, "")
    try {
      const wish = { cards, numbers, paper: this.paper.value }
      const making = () => this.engine.call("sheet", { wish })
      const { value, content } = await longCall(this.wait, this.go, "Making the sheet", this.engine, making)
      this.show(value as Sheet, content)
    } catch (error) {
      setText(this.said, inWords(error))
    }
  }

  private show({ name, notes }: Sheet, content: Uint8Array<ArrayBuffer>): void {
    setText(this.said, name ? "The sheet is ready." : "The sheet can't be made like this:")
    if (notes.length) this.outcome.append(el("ul", {}, ...notes.map((note) => el("li", {}, note))))
    if (!name) return
    this.outcome.append(saving(name, content, KIND))
  }
}
