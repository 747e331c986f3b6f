// What was practiced: by section, what came of it, and what to look at again.
import { all, el } from "../dom"
import { progress as say } from "../messages"
import { Mark, Part, type Question } from "../page"
import { missed } from "../score"
import type { Standing } from "./daily"
import type { Practiced } from "./practiced"

const WEAKEST = 5

export function overviewOf({ bank, practiced, today }: Standing): HTMLElement[] {
  if (!practiced.length) return []
  return [
    sectionsOf(bank, practiced, today),
    ...untouchedOf(bank, practiced),
    ...gainOf(practiced),
    ...sureOf(practiced),
    ...listOf(say.sureAndWrong, practiced.filter(isSureAndWrong)),
    ...listOf(say.weakest, weakest(practiced.filter((each) => !isSureAndWrong(each)))),
  ]
}

function sectionsOf(bank: readonly Question[], practiced: readonly Practiced[], today: number): HTMLElement {
  const rows = sectionsIn(practiced).map((name) => {
    const here = practiced.filter(({ item }) => item.section === name)
    const right = here.filter(({ last }) => last === 1).length
    const all = bank.filter(({ item }) => item.section === name).length
    return { name, all, practiced: here.length, right, due: here.filter(({ due }) => due <= today).length }
  })
  rows.sort(
    (one, other) =>
      one.right / one.practiced - other.right / other.practiced ||
      one.right - other.right ||
      other.practiced - one.practiced,
  )
  const head = el("tr", {}, ...say.columns.map((column) => el("th", { scope: "col" }, column)))
  const body = rows.map(({ name, all, practiced, right, due }) => {
    const cells = [
      [say.of(right, practiced), barOf(right / all, practiced / all)],
      [say.of(practiced, all)],
      [String(due)],
    ]
    const columns = cells.map((parts, at) => el("td", { [Mark.Label]: say.columns[at + 1] ?? "" }, ...parts))
    return el("tr", {}, el("th", { scope: "row" }, name), ...columns)
  })
  const table = el("table", {}, el("caption", {}, say.bySection), el("thead", {}, head), el("tbody", {}, ...body))
  return el("div", { class: "hb-table" }, table)
}

/** The share that is right, solid, and what else was practiced, in stripes. The words beside it say the same. */
function barOf(right: number, practiced: number): HTMLElement {
  const solid = el("span")
  const bar = el("span", { class: "hb-mastery", "aria-hidden": "true" }, solid)
  solid.style.setProperty("--hb-share", String(right))
  bar.style.setProperty("--hb-share", String(practiced))
  return bar
}

function sectionsIn(questions: readonly Question[]): string[] {
  return [...new Set(questions.map(({ item }) => item.section))]
}

function untouchedOf(bank: readonly Question[], practiced: readonly Practiced[]): HTMLElement[] {
  const touched = sectionsIn(practiced)
  const untouched = sectionsIn(bank).filter((name) => !touched.includes(name))
  return untouched.length ? [el("p", {}, el("strong", {}, say.untouched), ` ${untouched.join(" \u00b7 ")}`)] : []
}

/** The first try against the latest one, of all questions that came back: the first answer of a day is the one that counts. */
function gainOf(practiced: readonly Practiced[]): HTMLElement[] {
  const logs = practiced.map(({ log }) => log.map(([, grade]) => grade > 1)).filter(({ length }) => length > 1)
  if (!logs.length) return []
  const [first, latest] = [logs.filter(([right]) => right), logs.filter((log) => log[log.length - 1])]
  return [el("p", {}, say.gain(logs.length, first.length, latest.length))]
}

function sureOf(practiced: readonly Practiced[]): HTMLElement[] {
  const sure = practiced.filter((each) => each.sure === 3)
  return sure.length ? [el("p", {}, say.wasSure(sure.length, sure.filter((each) => !isSureAndWrong(each)).length))] : []
}

/** How sure someone is counts on the last day of practice, as the grade does. */
function isSureAndWrong({ sure, log }: Practiced): boolean {
  return sure === 3 && log[log.length - 1]?.[1] === 1
}

function weakest(practiced: readonly Practiced[]): Practiced[] {
  return practiced
    .filter(({ last }) => missed({ points: 1, share: last }))
    .sort((one, other) => one.last - other.last)
    .slice(0, WEAKEST)
}

function listOf(label: string, some: readonly Practiced[]): HTMLElement[] {
  if (!some.length) return []
  const entries = some.map(({ question, answer }) => {
    const stem = question.querySelector(Part.Stem)?.textContent ?? ""
    const links = all(answer, `${Part.References} a`).flatMap((link) => [" \u2192 ", link.cloneNode(true)])
    return el("li", {}, stem, ...links)
  })
  return [el("p", {}, el("strong", {}, label)), el("ul", { class: "hb-weak" }, ...entries)]
}
