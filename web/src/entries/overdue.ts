// Runs on pages that tell when they are to be checked again: says so at the top when that day has passed.
import { dayOf, isoDay, longDay } from "../day"
import { el } from "../dom"
import { data, Part } from "../page"

const day = data(document.querySelector<HTMLElement>(Part.CheckBy), "checkBy")
if (day && day < isoDay(dayOf(new Date()))) {
  const words = `The yearly or half-yearly check of this page was due on ${longDay(day)}. Most of it will still be right. If much depends on it, ask your supervisor.`
  const note = el("div", { class: "admonition note hb-overdue", role: "note" })
  note.append(el("p", { class: "admonition-title" }, "This page waits for its next check"), el("p", {}, words))
  document.querySelector("article h1")?.after(note)
}
