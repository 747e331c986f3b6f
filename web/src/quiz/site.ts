// What a quiz does on the handbook's own pages beside asking: it has what is due counted anew, says at the first answer of
// all what is kept and where, and leads to one's progress at its end.
import { dayOf, isoDay, longDay } from "../day"
import { el } from "../dom"
import { COUNTED, DUE, PRACTICED, readDays } from "../due"
import { Part } from "../page"
import { HISTORY } from "../records"
import type { Store } from "../store"
import * as say from "./messages"
import type { QuizHooks } from "./quiz"

export function siteHooks(store: Store): Required<Pick<QuizHooks, "remembered" | "closing">> {
  const href = document.querySelector<HTMLAnchorElement>(Part.DueChip)?.href.replace(/#.*/, "")
  const next = el("span")
  const way = el("p", {}, next, " ", el("a", { href: href ?? "" }, say.progress))
  document.addEventListener(COUNTED, show)

  function show(): void {
    const today = dayOf(new Date())
    const day = store.get(DUE, readDays)?.find((each) => each > today)
    next.textContent = day === undefined ? "" : say.comesBack(longDay(isoDay(day)))
  }

  return {
    remembered() {
      store.put(DUE, null) // should the page be left before it is counted, the next page has it counted
      document.dispatchEvent(new CustomEvent(PRACTICED))
      const isFirst = store.names().filter((name) => name.startsWith(HISTORY)).length === 1
      return isFirst ? [el("p", { class: "hb-note" }, say.kept)] : []
    },
    closing() {
      show()
      return href ? [way] : []
    },
  }
}
