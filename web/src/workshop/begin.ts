// Starts something new from a template: a page, a question, a quiz, news, a review, a section.

import { dayOf, isoDay } from "../day"
import { el } from "../dom"
import { field, option } from "./field"
import type { Files, Make } from "./request"

const KINDS = {
  page: "A page",
  question: "A question",
  quiz: "A quiz",
  news: "A news entry",
  review: "A review",
  section: "A section",
} as const
const NO_WORDS = "review"

/** The form that starts something. `make` asks the library for the files with it, and opens them. */
export function beginnings(files: Files, make: Make, fail: (error: unknown) => void): HTMLElement {
  const kind = el("select", {}, ...Object.entries(KINDS).map(([id, title]) => option(id, title)))
  const words = el("input", { type: "text", autocomplete: "off" })
  const section = el("select", {}, ...files.sections.map(({ id, title }) => option(id, title)))
  const topics = el("datalist", { id: "workshop-topics" }, ...files.topics.map((topic) => option(topic, "")))
  const topic = el("input", { type: "text", list: "workshop-topics", autocomplete: "off" })
  const type = el("select", {}, ...files.types.map(({ id, title }) => option(id, title)))
  const rows = {
    words: field("Title, or the first words", words),
    section: field("Section", section),
    topic: field("Topic", topic),
    type: field("Type of question", type),
  }
  const show = (): void => {
    rows.words.hidden = kind.value === NO_WORDS
    rows.section.hidden = kind.value !== "page" && kind.value !== NO_WORDS
    rows.topic.hidden = rows.type.hidden = kind.value !== "question"
  }
  kind.addEventListener("change", show)
  show()
  const go = el("button", { type: "submit", class: "hb-button" }, "Start it")
  const form = el("form", { class: "hb-bench-form" }, field("What", kind), ...Object.values(rows), topics, go)
  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    const place = kind.value === "question" ? topic.value : section.value
    const beginning = { kind: kind.value, words: words.value, place, type: type.value, day: isoDay(dayOf(new Date())) }
    try {
      await make("begin", { beginning })
      words.value = ""
    } catch (error) {
      fail(error)
    }
  })
  return el("details", {}, el("summary", {}, "Start something new"), form)
}
