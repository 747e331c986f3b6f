// Questions answered by choosing for each entry what it belongs to.
import { all, entry } from "../dom"
import { quiz as say } from "../messages"
import { scoreMatch } from "../score"
import { type Control, removeMark, showMark } from "./control"

export function enhanceMatch(question: HTMLElement, key: HTMLElement): Control {
  const rows = all(question, ".hb-pairs > li").map((place) => ({
    place,
    ident: place.dataset["option"] ?? "",
    select: place.querySelector("select") as HTMLSelectElement,
  }))
  const right = new Map(all(key, "[data-to]").map((pair) => [pair.dataset["option"] ?? "", pair.dataset["to"] ?? ""]))

  return {
    missing: () => (rows.every(({ select }) => select.value) ? null : say.chooseEach),
    score: () => scoreMatch(new Map(rows.map(({ ident, select }) => [ident, select.value])), right),
    mark() {
      for (const { place, ident, select } of rows) {
        select.disabled = true
        if (select.value === right.get(ident)) {
          showMark(place, key, ident, "right", say.right)
        } else {
          const target = entry(key, ident)?.querySelector(".hb-target")?.cloneNode(true)
          showMark(place, key, ident, "wrong", say.goesWith, target ?? "")
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
    first: () => rows[0]?.select ?? null,
  }
}
