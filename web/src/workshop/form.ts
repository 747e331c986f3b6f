// A part of a file as a form: its values, lists and groups, each with what it is for.
import { all, button, el } from "../dom"
import { field as labelOf } from "./field"
import { cleaned } from "./paste"
import type { Change, Field, Form, Where } from "./request"

type Control = HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement

const PER_ROW = 55
const MOST_ROWS = 8
const SET = { kind: "set", value: "", by: 0 } as const

/** A form that asks for a change whenever something in it was changed. */
export class PartForm {
  readonly place = el("div", { class: "hb-bench-form" })
  private controls: {
    readonly line: number
    readonly at: string
    readonly present: boolean
    readonly control: Control
  }[] = []
  private ids = 0

  constructor(private readonly onChange: (change: Change, focus: Where) => void) {}

  show(form: Form): void {
    this.controls = []
    const fields = form.fields.map((field) => this.part(field))
    const note = el("p", { class: "hb-note" }, "This part has no form. Change it in the text.")
    this.place.replaceChildren(...(fields.length ? this.sorted(form.fields, fields) : [note]))
    if (form.entry.length) this.place.append(this.moves(form.entry, form.title), this.another(form.entry))
  }

  /** Whether someone is in it. */
  hasFocus(): boolean {
    return this.place.contains(document.activeElement)
  }

  /** Goes to the value of a line, or to the first one below a place; false where there is none. */
  focus(line: number, at: Where = []): boolean {
    const key = JSON.stringify(at).slice(0, -1)
    const found = at.length
      ? this.controls.find((each) => each.at.startsWith(`${key},`) || each.at === `${key}]`)
      : this.controls.find((each) => each.present && each.line === line)
    if (!found) return false
    for (let box = found.control.closest("details"); box; box = box.parentElement?.closest("details") ?? null)
      box.open = true
    found.control.focus()
    return true
  }

  /** What is there or needed first; the rest in a box to open. */
  private sorted(fields: readonly Field[], places: readonly HTMLElement[]): HTMLElement[] {
    const isFirst = ({ required, present, rare }: Field): boolean => !rare && (required || present)
    const rest = places.filter((_, at) => fields[at] && !isFirst(fields[at]))
    const first = places.filter((place) => !rest.includes(place))
    return rest.length ? [...first, el("details", {}, el("summary", {}, "More that can be filled in"), ...rest)] : first
  }

  private part(field: Field): HTMLElement {
    if (field.kind === "list") return this.list(field)
    if (field.kind === "group") {
      const inner = field.fields.map((each) => (each.entry ? this.named(each) : this.part(each)))
      const add = field.adds ? [this.addNamed(field)] : []
      return el("fieldset", {}, el("legend", {}, field.name), ...this.sorted(field.fields, inner), ...add)
    }
    return field.kind === "none" ? el("div", { hidden: "" }) : this.value(field)
  }

  private list(field: Field): HTMLElement {
    const entries = field.fields.map((entry, at) => {
      const name = `${ofOne(field.name)} ${at + 1}`
      return el("li", {}, this.part({ ...entry, name }), this.moves(entry.at, name))
    })
    const next = [...field.at, field.fields.length]
    const add = button(`Add to ${field.name.toLowerCase()}`, () =>
      this.onChange({ ...SET, kind: "add", at: next }, next),
    )
    const list = el("ol", { class: "hb-form-list" }, ...entries)
    return el(
      "fieldset",
      {},
      el("legend", {}, field.name),
      ...(entries.length ? [list] : []),
      ...(field.adds ? [add] : []),
    )
  }

  /** An entry of a group under a name of its own. */
  private named(field: Field): HTMLElement {
    const moves = this.moves(field.at, field.name)
    const row = el("div", { class: "hb-bench-row", hidden: "" })
    const open = button("Rename", () => this.renaming(field, row), {
      class: "hb-button hb-quiet",
      "aria-label": `Rename: ${field.name}`,
    })
    moves.append(open)
    return el("div", {}, this.part(field), moves, row)
  }

  /** Asks for another name of an entry. */
  private renaming({ at, name }: Field, row: HTMLElement): void {
    const input = el("input", {
      type: "text",
      value: String(at[at.length - 1]),
      autocomplete: "off",
      spellcheck: "false",
    })
    const go = (): void => {
      const value = input.value.trim()
      this.onChange({ ...SET, kind: "rename", at, value }, [...at.slice(0, -1), value])
    }
    onEnter(input, go)
    row.replaceChildren(labelOf(`New name for ${name}`, input), button("Rename it", go))
    row.hidden = false
    input.select()
    input.focus()
  }

  /** A line to name the next entry of a group in. */
  private addNamed({ at, name }: Field): HTMLElement {
    const label = `Name of another entry in ${name.toLowerCase()}`
    const input = el("input", { type: "text", autocomplete: "off", spellcheck: "false" })
    const add = (): void => {
      const next = [...at, input.value.trim()]
      if (input.value.trim()) this.onChange({ ...SET, kind: "add", at: next }, next)
      else input.focus()
    }
    onEnter(input, add)
    return el("div", { class: "hb-bench-row" }, labelOf(label, input), button(`Add to ${name.toLowerCase()}`, add))
  }

  /** Begins another entry of the list that the file is, below this one. */
  private another(at: Where): HTMLElement {
    const next = [Number(at[0]) + 1]
    return el(
      "p",
      {},
      button("Add another below", () => this.onChange({ ...SET, kind: "add", at: next }, next)),
    )
  }

  private moves(at: Where, name: string): HTMLElement {
    const step = at[at.length - 1] ?? 0
    const to = (by: number): Where => [...at.slice(0, -1), typeof step === "number" ? step + by : step]
    const move = (words: string, sign: string, by: number): HTMLElement =>
      button(sign, () => this.onChange({ ...SET, kind: "move", at, by }, to(by)), {
        class: "hb-button hb-quiet",
        "aria-label": `Move ${words}: ${name}`,
      })
    const remove = button("Remove", () => this.onChange({ ...SET, kind: "remove", at }, []), {
      class: "hb-button hb-quiet",
      "aria-label": `Remove: ${name}`,
    })
    return el("p", { class: "hb-buttons" }, move("up", "\u2191", -1), move("down", "\u2193", 1), remove)
  }

  private value(field: Field): HTMLElement {
    const control = controlOf(field)
    const place = el("div", { class: "hb-bench-field" }, labelOf(field.name, control))
    const help = [field.about, field.kind === "words" ? "One on every line." : ""].filter(Boolean).join(" ")
    if (help) {
      const id = `workshop-field-${this.ids++}`
      control.setAttribute("aria-describedby", id)
      place.append(el("small", { id }, help))
    }
    this.controls.push({ line: field.line, at: JSON.stringify(field.at), present: field.present, control })
    control.addEventListener("change", () => this.onChange({ ...SET, at: field.at, value: read(control) }, []))
    return place
  }
}

function onEnter(input: HTMLInputElement, go: () => void): void {
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") go()
  })
}

/** What one of several is called: "Steps" are a "Step", "Entries" an "Entry". */
function ofOne(name: string): string {
  return name.replace(/ies$/, "y").replace(/([^s])s$/, "$1")
}

function read(control: Control): string {
  if (control instanceof HTMLInputElement && control.type === "checkbox") return String(control.checked)
  return cleaned(control.value)
}

function controlOf({ kind, value, choices, required }: Field): Control {
  if (kind === "flag") {
    const box = el("input", { type: "checkbox" })
    box.checked = value === "true"
    return box
  }
  if (kind === "choice") {
    const empty = required && choices.includes(value) ? [] : [""]
    const select = el("select", {}, ...[...empty, ...choices].map((each) => el("option", { value: each }, each)))
    select.value = value
    return select
  }
  if (kind === "number" || (kind === "date" && /^(\d{4}-\d\d-\d\d)?$/.test(value)))
    return el("input", { type: kind, value, step: "any" })
  const lines = kind === "words" ? value.split("\n").length + 1 : Math.ceil(value.length / PER_ROW)
  const area = el("textarea", { rows: String(Math.min(Math.max(lines, 1), MOST_ROWS)) })
  area.value = value
  if (kind !== "words") keepOnOneLine(area)
  return area
}

/** A text has one line: Enter is done with it. */
function keepOnOneLine(area: HTMLTextAreaElement): void {
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return
    event.preventDefault()
    const controls = all<Control>(area.closest(".hb-bench-form") ?? area, "textarea, input, select")
    const next = controls.slice(controls.indexOf(area) + 1).find((control) => control.checkVisibility())
    if (next) next.focus()
    else area.dispatchEvent(new Event("change"))
  })
}
