// The link in the header to the questions that are due today: there when there are some.
import { dayOf } from "../day"
import { el } from "../dom"
import { COUNTED, DUE, leftOn, minutesFor, PRACTICED, readDue } from "../due"
import { due as say } from "../messages"
import { Part } from "../page"
import { HISTORY } from "../records"
import type { Store } from "../store"

/** Counts them by what is kept. Where that is of before, a script works it out. `here` is the address of this script. */
export function enhanceDue(store: Store, here: string): void {
  const chip = document.querySelector<HTMLElement>(Part.DueChip)
  if (!chip) return
  const script = el("script", { src: new URL("due.js", here).href })
  const count = (): void => document.head.append(script)
  const edition = document.querySelector<HTMLMetaElement>(Part.Edition)?.content ?? ""

  const show = (): void => {
    const due = store.get(DUE, readDue)
    const left = due ? leftOn(dayOf(new Date()), due) : 0
    chip.replaceChildren(say.due(left), el("span", {}, say.minutes(minutesFor(left))))
    chip.hidden = !left
  }

  show()
  document.addEventListener(COUNTED, show)
  document.addEventListener(PRACTICED, count)
  addEventListener("storage", ({ key }) => (key === null || key === store.full(DUE)) && show())
  addEventListener("pageshow", ({ persisted }) => persisted && show())
  const isOld = store.get(DUE, readDue)?.edition !== edition
  if (isOld && store.names().some((name) => name.startsWith(HISTORY))) count()
}
