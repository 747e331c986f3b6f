// Questions answered by choosing for each entry what it belongs to: match, classify.
import { all, need } from "../dom"
import { quiz as say } from "../messages"
import { data, optionIn, Part } from "../page"
import { scoreMatch } from "../score"
import { type Control, nameOf, removeMark, showMark, shuffle } from "./control"

export function enhanceMatch(question: HTMLElement, key: HTMLElement): Control {
  const rows = all(question, `${Part.Pairs} > li`).map((place) => ({
    place,
    ident: nameOf(place),
    select: need<HTMLSelectElement>(place, "select"),
  }))
  const right = new Map(all(key, Part.RightPair).map((pair) => [nameOf(pair), data(pair, "to")]))

  return {
    missing: () => (rows.every(({ select }) => select.value) ? null : say.chooseEach),
    answer: () => rows.flatMap(({ ident, select }) => (select.value ? [ident, select.value] : [])),
    restore(saved) {
      for (const { ident, select } of rows) {
        const at = saved.findIndex((name, place) => place % 2 === 0 && name === ident)
        select.value = saved[at + 1] ?? ""
        if (at < 0 || select.selectedIndex < 0) select.value = ""
      }
    },
    score: () => scoreMatch(new Map(rows.map(({ ident, select }) => [ident, select.value])), right),
    mark() {
      for (const { place, ident, select } of rows) {
        select.disabled = true
        if (select.value === right.get(ident)) {
          showMark(place, key, "right", say.right)
        } else {
          const target = optionIn(key, ident)?.querySelector(Part.Target)?.cloneNode(true)
          showMark(place, key, "wrong", say.goesWith, target ?? "")
        }
      }
    },
    unmark() {
      for (const { place, select } of rows) {
        select.disabled = false
        removeMark(place)
      }
    },
    clear() {
      for (const { select } of rows) select.value = ""
    },
    arrange(random) {
      shuffle(need(question, Part.Pairs), random)
      const targets = question.querySelector<HTMLElement>(Part.Targets)
      // Categories may stand in an order of their own, as sooner and later do.
      if (targets && data(question, "type") === "match") {
        shuffle(targets, random)
        for (const { select } of rows) letterAnew(select, all(targets, "li").map(nameOf))
      }
    },
    focusTarget: () => question.querySelector("select"),
  }
}

/** Puts the choices of a select into the order of what they name, and gives them their new letters. */
function letterAnew(select: HTMLSelectElement, order: readonly string[]): void {
  const chosen = select.value
  const options = [...select.options]
  for (const [at, name] of order.entries()) {
    const option = options.find(({ value }) => value === name)
    if (!option) continue
    option.text = String.fromCharCode(65 + at) + option.text.slice(1)
    select.append(option)
  }
  select.value = chosen
}
