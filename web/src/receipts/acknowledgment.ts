// The form in which a reader says that they have read: what changed since they last did, and a receipt to send, save or print.
import { dayOf, isoDay, longDay } from "../day"
import { all, button, el, need, status } from "../dom"
import { acknowledgment as say } from "../messages"
import { data, Part } from "../page"
import type { StoreFor } from "../site"
import { download } from "./download"
import { HAVE_READ, isAnswered, linesOf, type Receipt, receiptText, WILL_ASK } from "./receipt"
import { readSigned, type Signed, signedName } from "./signed"

/** A page, a section or the whole, as the page shows its present state. */
interface Reading {
  readonly entry: HTMLElement
  readonly name: string
  readonly title: string
  /** Its pages; it alone where it is a page. */
  readonly pages: readonly HTMLElement[]
}

export function enhanceAcknowledgment(section: HTMLElement, storeFor: StoreFor): void {
  const [whole, ...parts] = readingsOf(section)
  if (whole) enhance(section, whole, [whole, ...parts], storeFor)
}

function enhance(section: HTMLElement, whole: Reading, readings: readonly Reading[], storeFor: StoreFor): void {
  const notice = status("hb-told")
  const store = storeFor((problem) => {
    notice.textContent = say[problem]
  })
  const what = el("select", {}, ...readings.map(({ title }, at) => el("option", { value: String(at) }, title)))
  // none is chosen beforehand: nobody should sign for reading by leaving a mark where it was
  const answers = [HAVE_READ, WILL_ASK].map((value) => el("input", { type: "radio", name: "hb-answer", value }))
  const name = el("input", { type: "text", autocomplete: "name", maxlength: "80" })
  const number = el("input", { type: "text", autocomplete: "off", maxlength: "40" })
  const last = el("input", { type: "date" })
  const lastField = field(say.last, last)
  const changes = el("div", { class: "hb-changes", "aria-live": "polite" })

  for (const input of [what, last]) input.addEventListener("input", show)
  need(section, Part.Readings).before(
    el(
      "div",
      { class: "hb-receipt-form" },
      field(say.what, what),
      lastField,
      changes,
      el(
        "fieldset",
        {},
        el("legend", {}, say.answer),
        ...answers.map((input) => el("p", { class: "hb-line" }, el("label", {}, input, ` ${input.value}`))),
      ),
      field(say.name, name),
      field(say.number, number),
      el(
        "div",
        { class: "hb-buttons" },
        button(say.email, onEmail, { class: "hb-button hb-check" }),
        button(say.save, onSave),
        button(say.print, onPrint),
      ),
      notice,
      el("p", { class: "hb-note" }, say.about),
    ),
    el("p", { class: "hb-list-title" }, say.all),
  )
  addEventListener("pageshow", ({ persisted }) => persisted && show())
  show()

  function reading(): Reading {
    return readings[Number(what.value)] ?? whole
  }

  function show(): void {
    const { entry, name: key } = reading()
    const before = store.get(signedName(key), readSigned)
    lastField.hidden = before !== null
    changes.replaceChildren(...(before ? since(before, entry) : sinceDay(last.value)))
  }

  /** What changed since the text that this browser knows was signed. */
  function since(before: Signed, entry: HTMLElement): Node[] {
    const words = say.before(longDay(before.day), before.edition)
    if (before.hash === data(entry, "hash")) return [el("p", {}, `${words} ${say.same}`)]
    const good = isAnswered(data(entry, "asks"), before.request)
    const changed = reading().pages.filter((page) => before.pages[data(page, "read")] !== data(page, "hash"))
    const asked = requestsAfter((request) => !isAnswered(request, before.request))
    return [el("p", {}, `${words} ${good ? say.small : say.again}`), ...asked, ...listOf(say.changed, changed)]
  }

  /** What changed after a day that the reader typed; without one, all is to be read. */
  function sinceDay(day: string): Node[] {
    const { pages } = reading()
    if (!day) return [el("p", {}, say.first)]
    if (pages.some((page) => !data(page, "day"))) return [el("p", {}, say.unknown)]
    const changed = pages.filter((page) => data(page, "day") > day)
    const asked = requestsAfter((request) => request.slice(0, 10) > day)
    const words = asked.length ? say.again : changed.length ? say.small : say.nothing
    return [el("p", {}, words), ...asked, ...listOf(say.changed, changed)]
  }

  function requestsAfter(isNew: (request: string) => boolean): Node[] {
    const names = new Set(["", ...reading().pages.map((page) => data(page, "read"))])
    const entries = all(section, `${Part.Requests} > li`).filter(
      (entry) => isNew(data(entry, "at")) && names.has(data(entry, "of")),
    )
    return listOf("", entries)
  }

  function receipt(): Receipt {
    const { entry, name: reads, title } = reading()
    return {
      answer: answers.find(({ checked }) => checked)?.value ?? "",
      title,
      reads,
      edition: data(section, "edition"),
      hash: data(entry, "hash"),
      request: data(entry, "asks"),
      name: name.value.trim(),
      number: number.value.trim(),
      date: isoDay(dayOf(new Date())),
    }
  }

  /** The receipt, once an answer and a name are there. What was read is remembered; the name never is. */
  function sign(): Receipt | null {
    const signed = receipt()
    if (!signed.answer) return ask(say.noAnswer, answers[0] ?? name)
    if (!signed.name) return ask(say.noName, name)
    if (signed.answer === HAVE_READ) remember(signed)
    return signed
  }

  function ask(words: string, control: HTMLElement): null {
    notice.textContent = words
    control.focus()
    return null
  }

  function remember({ reads, edition, hash, request, date }: Receipt): void {
    const pages = Object.fromEntries(reading().pages.map((page) => [data(page, "read"), data(page, "hash")]))
    store.set(signedName(reads), { edition, hash, request, day: date, pages }, readSigned)
  }

  function onEmail(): void {
    const signed = sign()
    if (!signed) return
    const subject = encodeURIComponent(say.subject(signed.title, signed.name))
    const body = encodeURIComponent(receiptText(signed).replace(/\n/g, "\r\n"))
    el("a", { href: `mailto:${data(section, "mail")}?subject=${subject}&body=${body}` }).click()
    notice.textContent = say.emailed
  }

  function onSave(): void {
    const signed = sign()
    if (!signed) return
    download(say.fileName(signed.name, signed.date), receiptText(signed), "text/plain")
    notice.textContent = say.saved
  }

  function onPrint(): void {
    const signed = sign()
    if (!signed) return
    const paper = paperOf(signed)
    section.append(paper)
    addEventListener("afterprint", () => paper.remove(), { once: true })
    print()
  }
}

function paperOf(receipt: Receipt): HTMLElement {
  const lines = linesOf(receipt).flatMap(([label, value]) => [el("dt", {}, label), el("dd", {}, value || "\u00a0")])
  return el(
    "div",
    { class: "hb-paper" },
    el("p", { class: "hb-certificate-title" }, say.sheet),
    el("dl", {}, ...lines),
    el("div", { class: "hb-signature" }, el("span", {}, say.signature), el("span", {}, say.signedOn)),
    el("p", { class: "hb-note" }, say.noTest),
  )
}

function readingsOf(section: HTMLElement): Reading[] {
  const top = all(section, `${Part.Readings} > li`)
  const pages = top.flatMap((entry) => all(entry, `details ${Part.Reading}`))
  const [whole] = top
  return [...top, ...pages].map((entry) => {
    const inner = entry === whole ? pages : all(entry, `details ${Part.Reading}`)
    const title = entry.querySelector("a")?.textContent ?? ""
    return { entry, name: data(entry, "read"), title, pages: inner.length ? inner : [entry] }
  })
}

function listOf(title: string, entries: readonly HTMLElement[]): Node[] {
  if (!entries.length) return []
  const copies = entries.map((entry) => {
    const copy = el("li", {}, ...Array.from(entry.childNodes, (node) => node.cloneNode(true)))
    for (const extra of copy.querySelectorAll("details")) extra.remove()
    return copy
  })
  return [...(title ? [el("p", {}, title)] : []), el("ul", {}, ...copies)]
}

function field(label: string, control: HTMLElement): HTMLElement {
  return el("p", { class: "hb-line" }, el("label", {}, `${label} `, control))
}
