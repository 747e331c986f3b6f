// The page that tells who has not signed: a list of staff and receipts go in, and nothing leaves the browser.
import { dayOf, isoDay } from "../day"
import { all, button, el, status } from "../dom"
import { roster as say } from "../messages"
import { data, Mark, Part } from "../page"
import { copy } from "../words/copy"
import { download } from "./download"
import { match, type Outcome, peopleIn, type Reading, type Role, reported, type Standing } from "./people"
import { type Receipt, receiptsIn } from "./receipt"

const TABLE = /\.(?:csv|tsv)$/i

export function enhanceRoster(section: HTMLElement): void {
  const roles = all(section, Part.Role).map(roleOf)
  if (!roles.length) return
  const readings = [...new Map(roles.flatMap((role) => role.readings).map((each) => [each.name, each])).values()]
  const list = el("input", { type: "file", accept: ".csv,.tsv,.txt,text/csv" })
  const files = el("input", { type: "file", multiple: "", accept: ".txt,.eml,.csv,.tsv,text/plain" })
  const pasted = el("textarea", { rows: "4" })
  const subject = el("select", {}, ...readings.map(({ title }, at) => el("option", { value: String(at) }, title)))
  const notice = status("hb-told")
  const outcome = el("div", { class: "hb-outcome" })

  section.querySelector(Part.WithoutScript)?.remove()
  section.append(
    el(
      "div",
      { class: "hb-receipt-form" },
      field(say.list, list, say.listNote),
      field(say.files, files, say.filesNote),
      field(say.report, subject, ""),
      field(say.pasted, pasted, ""),
      el(
        "div",
        { class: "hb-buttons" },
        button(say.match, () => void run(), { class: "hb-button hb-check" }),
      ),
      notice,
      el("p", { class: "hb-note" }, say.private),
    ),
    outcome,
  )

  async function run(): Promise<void> {
    outcome.replaceChildren()
    const upload = list.files?.[0]
    const people = upload ? peopleIn(await textOf(upload)) : null
    if (!people) {
      notice.textContent = upload ? say.noColumns(upload.name) : say.noList
      list.focus()
      return
    }
    const { receipts, empty } = await gather()
    notice.textContent = [say.read(people.length, receipts.length), ...(empty.length ? [say.empty(empty)] : [])].join(
      " ",
    )
    outcome.append(...shown(match(people, roles, receipts, isoDay(dayOf(new Date()))), roles, data(section, "where")))
  }

  /** All receipts that were given, and the names of files without any. */
  async function gather(): Promise<{ receipts: Receipt[]; empty: string[] }> {
    const receipts = receiptsIn(pasted.value)
    const empty: string[] = []
    for (const file of files.files ?? []) {
      const text = await textOf(file)
      const reading = readings[Number(subject.value)]
      const inside = TABLE.test(file.name) && reading ? reported(text, reading) : receiptsIn(text)
      if (!inside.length) empty.push(file.name)
      receipts.push(...inside)
    }
    return { receipts, empty }
  }
}

function roleOf(entry: HTMLElement): Role {
  const readings = all(entry, Part.Reading).map((link): Reading => {
    return { name: data(link, "read"), title: link.textContent ?? "", request: data(link, "asks") }
  })
  return { role: data(entry, "role"), days: Number(data(entry, "days")), readings }
}

function shown({ standings, strangers, unmatched }: Outcome, roles: readonly Role[], where: string): Node[] {
  const late = standings.filter(isLate)
  return [
    el("p", {}, el("strong", {}, say.summary(standings.length - late.length, standings.length))),
    ...roles.flatMap(({ role }) => ofRole(role, standings, where)),
    ...namesOf(say.strangers, [...new Set(strangers.map(({ role, name, number }) => `${name || number}: ${role}`))]),
    ...namesOf(
      say.unmatched,
      unmatched.map(({ name, number, title }) => `${name || number || say.noName}: ${title}`),
    ),
    ...(late.length ? [button(say.saveList, () => download(say.fileName, asTable(late), "text/csv"))] : []),
  ]
}

/** Whether something is missing that isn't only still to come. */
function isLate({ missing }: Standing): boolean {
  return missing.some(({ reason }) => reason !== "later")
}

function ofRole(role: string, standings: readonly Standing[], where: string): Node[] {
  const here = standings.filter(({ person }) => person.role.trim().toLowerCase() === role.trim().toLowerCase())
  const open = here.filter(({ missing }) => missing.length)
  const title = el(
    "p",
    { class: "hb-part", role: "heading", "aria-level": "3" },
    say.role(role, open.length, here.length),
  )
  if (!open.length) return [title]
  return [title, tableOf(role, open), reminder(open.filter(isLate), where)]
}

function tableOf(role: string, open: readonly Standing[]): HTMLElement {
  const head = say.columns.map((column) => el("th", { scope: "col" }, column))
  const rows = open.map(({ person, missing }) => {
    const lines = missing.map(({ reading, reason }) => el("li", {}, `${reading.title}: ${say.reasons[reason]}`))
    const cell = el("td", { [Mark.Label]: say.columns[1] ?? "" }, el("ul", {}, ...lines))
    return el("tr", {}, el("th", { scope: "row" }, person.name || person.number), cell)
  })
  const parts = [el("caption", {}, role), el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...rows)]
  return el("div", { class: "hb-table" }, el("table", {}, ...parts))
}

/** The email to those who are late: to their addresses where the list has them, else to paste. */
function reminder(late: readonly Standing[], where: string): HTMLElement {
  const titles = [...new Set(late.flatMap(({ missing }) => missing.map(({ reading }) => reading.title)))]
  const text = say.reminder(titles, where)
  const addresses = late.map(({ person }) => person.email).filter((email) => email.includes("@"))
  const [subject, body] = [say.subject, text.replace(/\n/g, "\r\n")].map(encodeURIComponent)
  const mail = el("a", {
    href: `mailto:?bcc=${addresses.map(encodeURIComponent).join(",")}&subject=${subject}&body=${body}`,
  })
  mail.textContent = say.mail
  const told = status("hb-told")
  const onCopy = async (): Promise<void> => {
    told.textContent = (await copy(text)) ? say.copied : say.notCopied
  }
  const hint = addresses.length < late.length ? [el("p", { class: "hb-note" }, say.noAddresses)] : []
  const parts = [mail, " ", button(say.copyText, () => void onCopy())]
  return el("div", {}, ...(late.length ? [el("p", { class: "hb-line" }, ...parts), ...hint, told] : []))
}

function namesOf(title: string, names: readonly string[]): Node[] {
  if (!names.length) return []
  return [el("p", { class: "hb-list-title" }, title), el("ul", {}, ...names.map((name) => el("li", {}, name)))]
}

/** The list of who is missing what, for a spreadsheet; a cell that begins like a formula is told to be text. */
function asTable(late: readonly Standing[]): string {
  const rows = late.flatMap(({ person, missing }) =>
    missing.map(({ reading, reason }) => [person.name, person.number, person.role, reading.title, say.reasons[reason]]),
  )
  const safe = (text: string): string => `"${text.replace(/^([=+\-@])/, "'$1").replace(/"/g, '""')}"`
  return `\uFEFF${[say.tableHead, ...rows].map((cells) => `${cells.map(safe).join(",")}\r\n`).join("")}`
}

async function textOf(file: File): Promise<string> {
  return file.text().catch(() => "")
}

function field(label: string, control: HTMLElement, note: string): HTMLElement {
  const below = note ? [el("span", { class: "hb-note" }, note)] : []
  return el("p", { class: "hb-line" }, el("label", {}, `${label} `, control), ...below)
}
