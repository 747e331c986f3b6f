// What stands at the end of a quiz: the score, by topic too, what to read again, the form code.
import { el } from "../dom"
import { quiz as say } from "../messages"
import { missed, total, totals } from "../score"
import type { QuestionControl } from "./question"

/** The summary of checked questions, with the form code if there is one. The keyboard can be led to it. */
export function summaryOf(questions: readonly QuestionControl[], code: string): HTMLElement {
  const scored = questions.filter((question) => question.scored)
  const results = scored.map((question) => ({ ...question.result(), topics: question.topics }))
  const refs = new Map(
    scored
      .filter((question) => missed(question.result()))
      .flatMap(({ refs }) => refs.map((ref) => [ref.href, ref.cloneNode(true)])),
  )
  const byTopic = [...totals(results)].map(([topic, { got, of }]) => [`${say.topic(topic)}: ${say.points(got, of)}`])
  const { got, of } = total(results)
  return el(
    "div",
    { class: "hb-summary", tabindex: "-1", role: "group", "aria-label": say.summary },
    el("p", {}, el("strong", {}, say.summary)),
    el("p", {}, of ? say.total(got, of) : say.reflected),
    ...list(say.byTopic, byTopic),
    ...list(
      say.readAgain,
      [...refs.values()].map((ref) => [ref]),
    ),
    ...(code ? [el("p", { class: "hb-code" }, `${say.code}: `, el("code", {}, code))] : []),
  )
}

function list(label: string, entries: readonly (readonly (Node | string)[])[]): HTMLElement[] {
  if (!entries.length) return []
  const head = el("p", {}, el("strong", { class: "hb-label" }, `${label}:`))
  return [head, el("ul", {}, ...entries.map((entry) => el("li", {}, ...entry)))]
}
