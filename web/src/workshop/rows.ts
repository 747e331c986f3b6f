// The lines of a test: how many questions of which topic, level and type.
import { button, el } from "../dom"
import type { Choice, Choices, Row } from "./request"

interface Rows {
  readonly place: HTMLElement
  readonly read: () => Row[]
}

const USUAL = 10

/** The lines, one to begin with. */
export function rowsOf(choices: Choices): Rows {
  const list = el("ol")
  const readers = new Map<HTMLElement, () => Row>()
  const add = (count: number): void => {
    const [line, read] = row(choices, count)
    const remove = button("Remove this line", () => {
      readers.delete(line)
      line.remove()
      more.focus()
    })
    line.append(remove)
    readers.set(line, read)
    list.append(line)
  }
  const more = button("Add a line", () => {
    add(1)
    list.lastElementChild?.querySelector("input")?.focus()
  })
  add(USUAL)
  const place = el("fieldset", {}, el("legend", {}, "Which questions"), list, more)
  return { place, read: () => [...list.children].flatMap((line) => readers.get(line as HTMLElement)?.() ?? []) }
}

function row({ topics, levels, types }: Choices, count: number): [HTMLElement, () => Row] {
  const number = el("input", {
    type: "number",
    min: "1",
    max: "100",
    required: "",
    value: String(count),
    "aria-label": "How many",
  })
  const [topic, level, type] = [select("Topic", topics), select("Level", levels), select("Type", types)]
  const line = el("li", { class: "hb-bench-row" }, number, " questions: ", topic, level, type)
  const read = (): Row => ({
    count: Number(number.value),
    topic: topic.value,
    level: level.value,
    type: type.value,
  })
  return [line, read]
}

function select(name: string, entries: readonly Choice[]): HTMLSelectElement {
  const any = el("option", { value: "" }, `Any ${name.toLowerCase()}`)
  const options = entries.map(({ id, title, count }) => el("option", { value: id }, `${title} (${count})`))
  return el("select", { "aria-label": name }, any, ...options)
}
