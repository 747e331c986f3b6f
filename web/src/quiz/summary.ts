// What stands at the end of a quiz: the result, by topic too, what to read.
import { el } from "../dom"
import { missed, type Total, total, totals } from "../score"
import * as say from "./messages"
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
  const all = total(results)
  const right = results.filter(({ share }) => share === 1).length
  const topics = [...totals(results)]
  const partly = results.filter(({ share }) => share && share < 1).length
  return el(
    "div",
    { class: "hb-summary", tabindex: "-1", role: "group", "aria-label": say.summary },
    el("p", {}, el("strong", {}, say.summary)),
    ...(all.of
      ? [
          bar(el("p", { class: "hb-share" }), all),
          el("p", {}, say.counts(right, partly, results.length - right - partly)),
        ]
      : [el("p", {}, say.reflected)]),
    ...list(
      say.byTopic,
      topics.length > 1 ? topics.map(([topic, share]) => bar(el("li", { class: "hb-topic" }, `${topic} `), share)) : [],
    ),
    ...list(
      say.readNext,
      [...refs.values()].map((ref) => el("li", {}, ref)),
    ),
    ...(code ? [el("p", { class: "hb-code" }, `${say.code}: `, el("code", {}, code))] : []),
  )
}

/** A share in percent, and as a bar where the style sheet draws one. */
function bar(place: HTMLElement, { got, of }: Total): HTMLElement {
  place.style.setProperty("--hb-share", String(got / of))
  place.append(el("strong", {}, say.percent(got, of)))
  return place
}

function list(label: string, entries: readonly HTMLElement[]): HTMLElement[] {
  if (!entries.length) return []
  return [el("p", {}, el("strong", { class: "hb-label" }, `${label}:`)), el("ul", {}, ...entries)]
}
