// "Was this helpful?": two buttons, a line to add, a report to copy or to email. It is kept here, and nothing is sent.
import { button, el, status } from "../dom"
import { feedback as say } from "../messages"
import { data, Part } from "../page"
import type { StoreFor } from "../site"
import { copy } from "../words/copy"
import { part, withPart } from "./links"
import { dropReport, isReport, keepReport, LONGEST, type Report, reportOn } from "./reports"

/** Puts the buttons in place of the link that asks. `address` is that of the page from the site's first folder. */
export function enhanceQuestion(line: HTMLElement, address: string, storeFor: StoreFor): void {
  const link = line.querySelector("a")
  if (!link) return
  const mail = link.getAttribute("href") ?? ""
  const notice = status("hb-told")
  const store = storeFor((problem) => {
    notice.textContent = say[problem]
  })
  const choices = [true, false].map((helpful) => ({
    helpful,
    button: button(say.answer(helpful), () => choose(helpful)),
  }))
  const note = el("textarea", { rows: "2", maxlength: String(LONGEST) })
  const ask = el("span")
  const send = el("a", {}, mail.startsWith("mailto:") ? say.email : say.form)
  const more = el(
    "div",
    { class: "hb-report", hidden: "" },
    el("label", {}, ask, note),
    el(
      "div",
      { class: "hb-buttons" },
      button(say.copy, () => void onCopy()),
      send,
      button(say.remove, onRemove),
    ),
  )
  let report: Report | null = null

  note.addEventListener("input", () => report && keep({ ...report, note: note.value }))
  link.replaceWith(say.question, " ", ...choices.flatMap((choice) => [choice.button, " "]))
  line.after(more, notice)
  addEventListener("storage", ({ key }) => isReport(store, key) && load())
  load()

  function load(): void {
    report = reportOn(store, address)
    if (note !== document.activeElement) note.value = report?.note ?? ""
    show()
  }

  function show(): void {
    for (const choice of choices)
      choice.button.setAttribute("aria-pressed", String(report !== null && report.helpful === choice.helpful))
    more.hidden = report === null
    ask.textContent = say.ask(report?.helpful ?? true)
    if (report)
      send.setAttribute("href", withPart(mail, report.part) + (mail.startsWith("mailto:") ? inMail(report) : ""))
  }

  function keep(next: Report): void {
    report = next
    keepReport(store, next)
    show()
  }

  function choose(helpful: boolean): void {
    const title = document.querySelector("h1")?.textContent?.trim() ?? ""
    const edition = data(line, "edition")
    notice.textContent = say.kept
    keep({ address, title, helpful, note: note.value, part: part(), edition })
  }

  function onRemove(): void {
    dropReport(store, address)
    load()
    notice.textContent = say.removed
    choices[0]?.button.focus()
  }

  async function onCopy(): Promise<void> {
    if (report) notice.textContent = (await copy(say.report(report))) ? say.copied : say.notCopied
  }
}

/** What the email says beyond the page: its text is already begun. */
function inMail({ helpful, note }: Report): string {
  return encodeURIComponent(`${say.verdict(helpful)}\r\n${note}`)
}

/** The line that asks, which every page of the guide has. */
export function questionLine(): HTMLElement | null {
  return document.querySelector<HTMLElement>(Part.Feedback)
}
