// What was practiced, by section, with the weak spots first.
import { all, el } from "../dom"
import { progress as say } from "../messages"
import type { Carried, Known } from "./bank"

const WEAKEST = 5

export function overviewOf(bank: readonly Carried[], known: readonly Known[], today: number): HTMLElement[] {
  if (!known.length) return [el("p", {}, say.nothing)]
  return [sectionsOf(bank, known, today), ...untouchedOf(bank, known), ...weakestOf(known)]
}

function sectionsOf(bank: readonly Carried[], known: readonly Known[], today: number): HTMLElement {
  const rows = sectionsIn(known).map((name) => {
    const practiced = known.filter(({ section }) => section === name)
    const share = practiced.reduce((sum, { last }) => sum + last, 0) / practiced.length
    const all = bank.filter(({ section }) => section === name).length
    return { name, all, practiced: practiced.length, share, due: practiced.filter(({ due }) => due <= today).length }
  })
  rows.sort((one, other) => one.share - other.share)
  const head = el("tr", {}, ...say.columns.map((column) => el("th", { scope: "col" }, column)))
  const body = rows.map(({ name, all, practiced, share, due }) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, name),
      ...[say.of(practiced, all), say.share(share), String(due)].map((text, at) =>
        el("td", { "data-label": say.columns[at + 1] ?? "" }, text),
      ),
    ),
  )
  const table = el("table", {}, el("caption", {}, say.bySection), el("thead", {}, head), el("tbody", {}, ...body))
  return el("div", { class: "hb-table" }, table)
}

function sectionsIn(bank: readonly Carried[]): string[] {
  return [...new Set(bank.map(({ section }) => section))]
}

function untouchedOf(bank: readonly Carried[], known: readonly Known[]): HTMLElement[] {
  const touched = sectionsIn(known)
  const untouched = sectionsIn(bank).filter((name) => !touched.includes(name))
  return untouched.length ? [el("p", {}, el("strong", {}, say.untouched), ` ${untouched.join(" \u00b7 ")}`)] : []
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
