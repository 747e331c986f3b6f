// What was practiced, by section, with the weak spots first.
import { all, el } from "../dom"
import { progress as say } from "../messages"
import { Mark, Part, type Question } from "../page"
import type { Practiced } from "./practiced"

const WEAKEST = 5

export function overviewOf(bank: readonly Question[], practiced: readonly Practiced[], today: number): HTMLElement[] {
  if (!practiced.length) return [el("p", {}, say.nothing)]
  return [sectionsOf(bank, practiced, today), ...untouchedOf(bank, practiced), ...weakestOf(practiced)]
}

function sectionsOf(bank: readonly Question[], practiced: readonly Practiced[], today: number): HTMLElement {
  const rows = sectionsIn(practiced).map((name) => {
    const here = practiced.filter(({ item }) => item.section === name)
    const share = here.reduce((sum, { last }) => sum + last, 0) / here.length
    const all = bank.filter(({ item }) => item.section === name).length
    return { name, all, practiced: here.length, share, due: here.filter(({ due }) => due <= today).length }
  })
  rows.sort((one, other) => one.share - other.share)
  const head = el("tr", {}, ...say.columns.map((column) => el("th", { scope: "col" }, column)))
  const body = rows.map(({ name, all, practiced, share, due }) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, name),
      ...[say.of(practiced, all), say.share(share), String(due)].map((text, at) =>
        el("td", { [Mark.Label]: say.columns[at + 1] ?? "" }, text),
      ),
    ),
  )
  const table = el("table", {}, el("caption", {}, say.bySection), el("thead", {}, head), el("tbody", {}, ...body))
  return el("div", { class: "hb-table" }, table)
}

function sectionsIn(questions: readonly Question[]): string[] {
  return [...new Set(questions.map(({ item }) => item.section))]
}

function untouchedOf(bank: readonly Question[], practiced: readonly Practiced[]): HTMLElement[] {
  const touched = sectionsIn(practiced)
  const untouched = sectionsIn(bank).filter((name) => !touched.includes(name))
  return untouched.length ? [el("p", {}, el("strong", {}, say.untouched), ` ${untouched.join(" \u00b7 ")}`)] : []
}

function weakestOf(practiced: readonly Practiced[]): HTMLElement[] {
  const weak = practiced.filter(({ last }) => last < 1).sort((one, other) => one.last - other.last)
  if (!weak.length) return []
  const entries = weak.slice(0, WEAKEST).map(({ question, answer }) => {
    const stem = question.querySelector(Part.Stem)?.textContent ?? ""
    const links = all(answer, `${Part.References} a`).flatMap((link) => [" \u2192 ", link.cloneNode(true)])
    return el("li", {}, stem, ...links)
  })
  return [el("p", {}, el("strong", {}, say.weakest)), el("ul", { class: "hb-weak" }, ...entries)]
}
