// Runs on pages that tell when they are to be checked again: says so at the top when that day has passed.
import { el } from "../dom"

/** Today where the reader is, as year-month-day. */
function today(now = new Date()): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-")
}

const day = document.querySelector("[data-check-by]")?.getAttribute("data-check-by")
if (day && day < today()) {
  const words = `The yearly or half-yearly check of this page was due on ${day}. Most of it will still be right. If much depends on it, ask your supervisor.`
  const note = el("div", { class: "admonition note hb-overdue", role: "note" })
  note.append(el("p", { class: "admonition-title" }, "This page waits for its next check"), el("p", {}, words))
  document.querySelector("article h1")?.after(note)
}
