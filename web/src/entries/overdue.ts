// Runs on pages that tell when they are to be checked again: says so at the top when that day has passed.
import { dayOf, isoDay, longDay } from "../day"
import { el } from "../dom"
import { overdue as say } from "../messages"
import { data, Part } from "../page"

const day = data(document.querySelector<HTMLElement>(Part.CheckBy), "checkBy")
if (day && day < isoDay(dayOf(new Date()))) {
  const note = el("div", { class: "admonition note hb-overdue", role: "note" })
  note.append(el("p", { class: "admonition-title" }, say.title), el("p", {}, say.about(longDay(day))))
  document.querySelector("article h1")?.after(note)
}
