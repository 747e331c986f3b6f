// What was practiced, by section, with the weak spots first.
import { all, el } from "../dom"
import { progress as say } from "../messages"
import type { Carried, Known } from "./bank"

const WEAKEST = 5

export function overviewOf(bank: readonly Carried[], known: readonly Known[], today: number): HTMLElement[] {
  if (!known.length) return [el("p", {}, say.nothing)]
  return [sectionsOf(bank, known, today), ...weakestOf(known)]
}

function sectionsOf(bank: readonly Carried[], known: readonly Known[], today: number): HTMLElement {
  const names = [...new Set(bank.map(({ section }) => section))]
  const rows = names.map((name) => {
    const practiced = known.filter(({ section }) => section === name)
    const share = practiced.reduce((sum, { last }) => sum + last, 0) / practiced.length
    const all = bank.filter(({ section }) => section === name).length
    return { name, all, practiced: practiced.length, share, due: practiced.filter(({ due }) => due <= today).length }
  })
  rows.sort((one, other) => (Number.isNaN(one.share) ? 2 : one.share) - (Number.isNaN(other.share) ? 2 : other.share))
  const head = el("tr", {}, ...say.columns.map((column) => el("th", { scope: "col" }, column)))
  const body = rows.map(({ name, all, practiced, share, due }) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, name),
      ...[say.of(practiced, all), practiced ? say.share(share) : "\u2013", String(due)].map((text, at) =>
        el("td", { "data-label": say.columns[at + 1] ?? "" }, text),
      ),
    ),
  )
  const table = el("table", {}, el("caption", {}, say.bySection), el("thead", {}, head), el("tbody", {}, ...body))
  return el("div", { class: "hb-table" }, table)
}

function weakestOf(known: readonly Known[]): HTMLElement[] {
  const weak = known.filter(({ last }) => last < 1).sort((one, other) => one.last - other.last)
  if (!weak.length) return []
  const entries = weak.slice(0, WEAKEST).map(({ question, answer }) => {
    const stem = question.querySelector(".hb-stem")?.textContent ?? ""
    const links = all(answer, ".hb-refs a").flatMap((link) => [" \u2192 ", link.cloneNode(true)])
    return el("li", {}, stem, ...links)
  })
  return [el("p", {}, el("strong", {}, say.weakest)), el("ul", { class: "hb-weak" }, ...entries)]
}
