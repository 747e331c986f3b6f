// Who has to sign what, and what of it is missing. No page is needed for it.
import { HAVE_READ, isAnswered, type Receipt } from "./receipt"
import { cell, type Row, rowsOf } from "./table"

/** Something to sign for, in its present state. */
export interface Reading {
  readonly name: string
  readonly title: string
  readonly request: string
}

/** What a role has to read, and how many days a new person has for it. */
export interface Role {
  readonly role: string
  readonly days: number
  readonly readings: readonly Reading[]
}

export interface Person {
  readonly name: string
  readonly number: string
  readonly email: string
  readonly role: string
  /** The day as 2026-12-31; empty where the list has none. */
  readonly start: string
}

/** Why a reading is missing: nothing came; a newer text must be signed; the person will read it and ask; still time. */
export type Reason = "never" | "again" | "ask" | "later"

export interface Missing {
  readonly reading: Reading
  readonly reason: Reason
}

export interface Standing {
  readonly person: Person
  readonly missing: readonly Missing[]
}

export interface Outcome {
  /** Each person of the list whose role is known. */
  readonly standings: readonly Standing[]
  /** Those whose role has no entry. */
  readonly strangers: readonly Person[]
  /** Receipts of people who are not on the list, or whose name more than one person has. */
  readonly unmatched: readonly Receipt[]
}

/** The people of a list; null where its first line names neither a name nor a number, or no role. */
export function peopleIn(text: string): Person[] | null {
  const rows = rowsOf(text)
  const [first] = rows
  if (!first) return null
  const has = (words: readonly RegExp[]): boolean => [...first.keys()].some((key) => words.some((w) => w.test(key)))
  if (!has([...NAME, ...LAST_NAME, ...NUMBER]) || !has(ROLE)) return null
  return rows.map((row) => ({
    name: nameIn(row),
    number: cell(row, NUMBER),
    email: cell(row, EMAIL),
    role: cell(row, ROLE),
    start: isoOf(cell(row, START)),
  }))
}

/** What a learning platform reports of one reading: a receipt for each person who has completed it. */
export function reported(text: string, reading: Reading): Receipt[] {
  return rowsOf(text).flatMap((row) => {
    if (!/^(?:complete|pass|yes|true|1\b|100|done)/i.test(cell(row, STATUS))) return []
    const date = isoOf(cell(row, DAY))
    const request = !date || date >= reading.request.slice(0, 10) ? reading.request : ""
    const rest = { answer: HAVE_READ, title: reading.title, reads: reading.name, edition: "", hash: "", request }
    return [{ ...rest, name: nameIn(row), number: cell(row, NUMBER) || cell(row, EMAIL), date }]
  })
}

/** Matches people with receipts. `today` is a day as 2026-12-31. */
export function match(
  people: readonly Person[],
  roles: readonly Role[],
  receipts: readonly Receipt[],
  today: string,
): Outcome {
  const owners = ownersAmong(people)
  const byOwner = new Map<string, Receipt[]>()
  const unmatched: Receipt[] = []
  for (const receipt of receipts) {
    const owner = owners.of(receipt)
    if (owner === null) unmatched.push(receipt)
    else byOwner.set(owner, [...(byOwner.get(owner) ?? []), receipt])
  }
  const known = people.flatMap((person) => {
    const role = roles.find((each) => plain(each.role) === plain(person.role))
    return role ? [{ person, role }] : []
  })
  const standings = known.map(({ person, role }) => {
    const own = byOwner.get(owners.is(person)) ?? []
    return { person, missing: role.readings.flatMap((reading) => missingOf(reading, own, isNew(person, role, today))) }
  })
  const placed = new Set(known.map(({ person }) => person))
  return {
    standings,
    strangers: people.filter((person) => !placed.has(person)),
    unmatched,
  }
}

/** A receipt for the whole handbook stands for every part of it. */
const WHOLE = "read-all"

function missingOf(reading: Reading, receipts: readonly Receipt[], early: boolean): Missing[] {
  const own = receipts.filter(({ reads }) => reads === reading.name || reads === WHOLE)
  const read = own.filter(({ answer }) => answer === HAVE_READ)
  if (read.some(({ request }) => isAnswered(reading.request, request))) return []
  if (early) return [{ reading, reason: "later" }]
  return [{ reading, reason: read.length ? "again" : own.length ? "ask" : "never" }]
}

function isNew({ start }: Person, { days }: Role, today: string): boolean {
  return start !== "" && Date.parse(today) < Date.parse(start) + days * 86_400_000
}

/**
 * Tells whose a receipt is: by number or email where there is one, else by name; nobody's where two people fit. Someone
 * with two roles has two rows, and is one person where a number or an email says so.
 */
function ownersAmong(people: readonly Person[]): { of(receipt: Receipt): string | null; is(person: Person): string } {
  const identities = new Map(
    people.map((person, at) => {
      const mark = person.number || person.email
      return [person, mark ? `${plain(person.name)} ${mark}` : String(at)]
    }),
  )
  const is = (person: Person): string => identities.get(person) ?? ""
  const holders = new Map<string, Set<string>>()
  for (const person of people) {
    for (const [kind, text] of Object.entries({ name: person.name, mark: person.number, email: person.email })) {
      const key = `${kind === "name" ? "name" : "mark"} ${plain(text)}`
      if (text) holders.set(key, (holders.get(key) ?? new Set()).add(is(person)))
    }
  }
  const fitting = (key: string, text: string): string[] =>
    text ? [...(holders.get(`${key} ${plain(text)}`) ?? [])] : []
  return {
    is,
    of({ number, name }) {
      const byMark = fitting("mark", number)
      const [owner = null, ...others] = byMark.length ? byMark : fitting("name", name)
      return others.length ? null : owner
    },
  }
}

/** A name as it is compared: no capital letters, no accents, "Diaz, Ana" as "Ana Diaz". */
function plain(text: string): string {
  const letters = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
  const [last = "", first] = letters.split(",")
  return (first === undefined ? letters : `${first} ${last}`).replace(/[\s.]+/g, " ").trim()
}

const NAME = [/^(?:full )?name$/, /^(?:employee|person|learner|user|staff)(?: ?name)?$/, /display ?name/]
const FIRST_NAME = [/first ?name|given ?name/]
const LAST_NAME = [/last ?name|surname|family ?name/]
const NUMBER = [/number|\bno\b|^(?:employee )?id$|id number/]
const EMAIL = [/e-?mail/]
const ROLE = [/role|position|job|title/]
const START = [/start|hire/]
const STATUS = [/status|complet|result|passed/]
const DAY = [/date|completed on|time/]

function nameIn(row: Row): string {
  return cell(row, NAME) || `${cell(row, FIRST_NAME)} ${cell(row, LAST_NAME)}`.trim()
}

/** A day as 2026-12-31, from that or from 12/31/2026; empty where it is neither. */
function isoOf(text: string): string {
  const [, month = "", day = "", year = ""] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text) ?? []
  const iso = year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text.slice(0, 10)
  return /^\d{4}-\d\d-\d\d$/.test(iso) && !Number.isNaN(Date.parse(iso)) ? iso : ""
}
