// What stands at the end of a quiz: the result, by topic too, what to read.
import { el } from "../dom"
import { missed, type Total, total, totals } from "../score"
import * as say from "./messages"
import type { QuestionControl } from "./question"

/** So many pages to read are shown at once: those that most of what was missed leads to. */
const READ_FIRST = 3

/** The summary of checked questions, with what comes next and the form code if there is one. The keyboard can be led to it. */
export function summaryOf(questions: readonly QuestionControl[], code: string, next: readonly Node[]): HTMLElement {
  const scored = questions.filter((question) => question.scored)
  const results = scored.map((question) => ({ ...question.result(), topics: question.topics }))
  const all = total(results)
  const topics = [...totals(results)]
  const partly = results.filter(({ share }) => share && share < 1).length
  return el(
    "div",
    { class: "hb-summary", tabindex: "-1", role: "group", "aria-label": say.summary },
    el("p", {}, el("strong", {}, say.summary)),
    ...(all.of
      ? [
          bar(el("p", { class: "hb-share" }), all, say.percent(all.got, all.of), ` ${say.cheer(all.got / all.of)}`),
          el("p", {}, say.counts(all.right, partly, all.checked - all.right - partly)),
        ]
      : [el("p", {}, say.reflected)]),
    ...next,
    ...list(
      say.byTopic,
      topics.length > 1
        ? topics.map(([topic, share]) =>
            bar(el("li", { class: "hb-topic" }, `${topic} `), share, say.of(share.right, share.checked)),
          )
        : [],
    ),
    ...reading(scored.filter((question) => missed(question.result()))),
    ...(code ? [el("p", { class: "hb-code" }, `${say.code}: `, el("code", {}, code))] : []),
  )
}

/** What to read after some questions: first what answers most of them; the rest can be opened. */
function reading(questions: readonly QuestionControl[]): HTMLElement[] {
  const refs = new Map<string, HTMLAnchorElement[]>()
  for (const ref of questions.flatMap((question) => question.refs))
    refs.set(ref.href, [...(refs.get(ref.href) ?? []), ref])
  const entries = [...refs.values()]
    .sort((one, other) => other.length - one.length)
    .flatMap(([ref]) => (ref ? [el("li", {}, ref.cloneNode(true))] : []))
  const rest = entries.splice(READ_FIRST)
  return [
    ...list(say.readNext, entries),
    ...(rest.length
      ? [el("details", { class: "hb-hint" }, el("summary", {}, say.readMore(rest.length)), el("ul", {}, ...rest))]
      : []),
  ]
}

/** A share as a bar, where the style sheet draws one, and in words. */
function bar(place: HTMLElement, { got, of }: Total, words: string, more = ""): HTMLElement {
  place.style.setProperty("--hb-share", String(got / of))
  place.append(el("strong", {}, words), more)
  return place
}

function list(label: string, entries: readonly HTMLElement[]): HTMLElement[] {
  if (!entries.length) return []
  return [el("p", {}, el("strong", { class: "hb-label" }, `${label}:`)), el("ul", {}, ...entries)]
}
