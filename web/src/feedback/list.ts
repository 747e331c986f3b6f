// The list of what a reader has said about pages: to copy, to email, to remove.
import { button, el, status } from "../dom"
import { feedback as say } from "../messages"
import { data, Part } from "../page"
import type { StoreFor } from "../site"
import { copy } from "../words/copy"
import { dropReport, isReport, type Report, reports } from "./reports"

/** `root` is the address of the site's first folder. */
export function enhanceReports(section: HTMLElement, root: string, storeFor: StoreFor): void {
  const notice = status("hb-told")
  const store = storeFor((problem) => {
    notice.textContent = say[problem]
  })
  const list = el("ul")
  const empty = el("p", {}, say.none)
  const mail = data(section, "mail")
  const send = el("a", {}, say.emailAll)
  const tools = el(
    "div",
    { class: "hb-buttons" },
    button(say.copyAll, () => void onCopy()),
    ...(mail ? [send] : []),
    button(say.removeAll, onRemoveAll),
  )

  section.querySelector(Part.WithoutScript)?.remove()
  section.append(empty, list, tools, notice)
  addEventListener("storage", ({ key }) => isReport(store, key) && show())
  show()

  function show(): void {
    const all = reports(store)
    list.replaceChildren(...all.map(lineOf))
    empty.hidden = all.length > 0
    list.hidden = tools.hidden = !all.length
    send.setAttribute("href", mail + encodeURIComponent(textOf(all)))
  }

  function lineOf(report: Report): HTMLElement {
    const link = el("a", { href: new URL(report.address, root).href }, report.title || report.address)
    const remove = button(say.remove, () => onRemove(report), { "aria-label": say.removeThis(report.title) })
    return el("li", {}, link, ` ${say.verdict(report.helpful)} ${report.note} `, remove)
  }

  function onRemove(report: Report): void {
    dropReport(store, report.address)
    show()
    notice.textContent = say.removed
    section.querySelector("button")?.focus()
  }

  function onRemoveAll(): void {
    for (const { address } of reports(store)) dropReport(store, address)
    show()
    notice.textContent = say.removed
  }

  async function onCopy(): Promise<void> {
    notice.textContent = (await copy(textOf(reports(store)))) ? say.copied : say.notCopied
  }
}

function textOf(all: readonly Report[]): string {
  return all.map(say.report).join("\r\n\r\n")
}
