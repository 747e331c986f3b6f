// Random lives of two computers with two tabs each: answers, ticks, files, wrong clocks, full and forbidden storage,
// damage, new editions, and data of the first edition. Whatever comes, what a person gave is there or set aside, or its
// loss was told.

import assert from "node:assert/strict"
import { test } from "node:test"
import { ticksIn } from "../src/checklist/ticks"
import { dayOf } from "../src/day"
import { forget } from "../src/forget"
import { historyOf, remember } from "../src/history"
import { type Fields, readObject } from "../src/json"
import { dueDay } from "../src/progress/schedule"
import { type Entry, exportProgress, importProgress } from "../src/progress/transfer"
import { currentAttempt } from "../src/quiz/attempt"
import { type Random, randomOf } from "../src/random"
import { answerName, attemptName, type History, type ItemVersion, readAnswer, setFor } from "../src/records"
import { type StorageProblem, storeIn } from "../src/store"
import { Memory } from "./memory"

const LIVES = 300
const STEPS = 80
const SITE = "/site/"
const PREFIX = `handbook:${SITE}:`
const ITEMS = ["a", "b"]
const QUIZZES = ["desk", "phone"]
const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const START = Date.UTC(2026, 10, 22, 12)

/** A storage that may be full after some more writes. */
class Disk extends Memory {
  #room = Number.POSITIVE_INFINITY

  leave(writes: number): void {
    this.#room = writes
  }

  override setItem(name: string, text: string): void {
    this.#room -= 1
    if (this.#room < 0) throw new Error("QuotaExceededError")
    super.setItem(name, text)
  }

  texts(): string[] {
    return Object.values(this).map(String)
  }

  /** The text of a record, whether the page may read it or not. */
  textOf(name: string): string {
    return String(this[PREFIX + name] ?? "")
  }
}

/** A day of practice as a log has it, with the question and its revision. */
interface Practice {
  readonly item: string
  readonly rev: number
  readonly day: number
  readonly grade: number
}

/** What a person has done at a computer, and must find again. */
class Ledger {
  /** The last answer to each question of each quiz, and the last finish of each quiz, by the names of their records. */
  readonly latest = new Map<string, string>()
  /** Answers that gave way to another revision of their question. */
  earlier: string[] = []
  practice: Practice[] = []
  damaged: string[] = []
  readonly ticks = new Set<string>()

  /** Takes note of what is saved now. */
  note(disk: Disk): void {
    for (const [key, text] of Object.entries(disk)) {
      const name = key.slice(PREFIX.length)
      const [, answer, code] = /"answer":\["(o\d+)"|"code":"([^"]+)"/.exec(String(text)) ?? []
      const value = answer ?? code
      if (name.startsWith("quiz:") && value) this.latest.set(name, value)
    }
  }

  /** What is lost with a text that was damaged from without. */
  strike(disk: Disk, text: string): void {
    for (const [name, value] of this.latest) if (!holds(disk, value)) this.latest.delete(name)
    this.earlier = this.earlier.filter((value) => holds(disk, value))
    this.practice = this.practice.filter((practice) => has(disk, practice))
    this.damaged = this.damaged.filter((each) => each !== text || disk.texts().includes(text))
  }
}

class Computer {
  readonly disk = new Disk()
  readonly ledger = new Ledger()
  readonly tabs: Tab[]
  clock = START

  constructor(revs: ReadonlyMap<string, number>) {
    this.tabs = [new Tab(this.disk, revs), new Tab(this.disk, revs)]
  }
}

/** A page that stays open: it knows the questions and the attempts as they were when it was loaded. */
class Tab {
  readonly problems: StorageProblem[] = []
  readonly store
  readonly ticks
  revs!: ReadonlyMap<string, number>
  attempts!: Map<string, ReturnType<typeof currentAttempt>>

  constructor(disk: Disk, revs: ReadonlyMap<string, number>) {
    const storage = (): Storage => {
      if (disk.forbidden) throw new Error("SecurityError")
      return disk
    }
    this.store = storeIn(storage, SITE, (problem) => this.problems.push(problem))
    this.ticks = ticksIn(storage, SITE, "list")
    this.load(revs)
  }

  load(revs: ReadonlyMap<string, number>): void {
    this.revs = new Map(revs)
    const quiz = { test: false, content: "abcdef", edition: "" }
    this.attempts = new Map(
      QUIZZES.map((name) => [name, currentAttempt({ ...quiz, name, form: name }, this.store, [])]),
    )
  }

  version(item: string): ItemVersion {
    return { id: item, rev: this.revs.get(item) ?? 1, fingerprint: "0a1b2c3d" }
  }
}

class Life {
  readonly revs = new Map(ITEMS.map((item) => [item, 1]))
  readonly files: string[] = []
  readonly computers: [Computer, Computer]
  readonly #random: Random
  #answers = 0

  constructor(random: Random) {
    this.#random = random
    this.computers = [new Computer(this.revs), new Computer(this.revs)]
    this.#oldData(this.computers[0])
  }

  step(): string {
    const computer = this.#one(this.computers)
    const tab = this.#one(computer.tabs)
    const act = this.#one(ACTS)
    Date.now = () => computer.clock
    tab.problems.length = 0
    this[act](computer, tab)
    this.#check()
    return act
  }

  /** What the first edition wrote: no times, and days in the order in which clocks gave them. */
  #oldData({ disk, ledger }: Computer): void {
    const days = [20_700, 20_710, 20_705]
    const version = { v: 1, rev: 1, fp: "0a1b2c3d" }
    const put = (name: string, record: object): void => disk.setItem(PREFIX + name, JSON.stringify(record))
    put("item:a", { ...version, last: 1, log: days.map((day) => [day, 3]) })
    put("quiz:desk:a", { ...version, answer: ["o0"], checked: true, hints: 0, flag: false })
    put("quiz:desk", { v: 1, seed: "old", done: { at: "2026-09-01", got: 1, of: 2, code: "desk-old-1-abcdef" } })
    disk.setItem(`${PREFIX}checklist:list`, '["pen"]')
    ledger.practice = days.map((day) => ({ item: "a", rev: 1, day, grade: 3 }))
    ledger.latest.set("quiz:desk:a", "o0")
    ledger.latest.set("quiz:desk", "desk-old-1-abcdef")
    ledger.ticks.add("pen")
  }

  answer(computer: Computer, tab: Tab): void {
    const { clock, ledger } = computer
    const [quiz, item] = [this.#one(QUIZZES), this.#one(ITEMS)]
    const version = tab.version(item)
    const share = this.#random.below(2)
    const day = dayOf(new Date(clock))
    const before = historyOf(tab.store, version)?.log ?? []
    this.#answers += 1
    const option = `o${this.#answers}`
    remember(tab.store, version, share, 0, new Date(clock))
    const history = historyOf(tab.store, version)
    const answer = { answer: [option], checked: true, hints: 0, flag: false }
    if (this.#saved(computer, tab, quiz, item, answer)) ledger.latest.set(answerName(quiz, item), option)
    if (tab.problems.includes("unsaved")) return
    assert.equal(ledger.latest.get(answerName(quiz, item)), option)
    assert.equal(history?.last, share)
    if (!before.some(([earlier]) => earlier === day))
      ledger.practice.push({ item, rev: version.rev, day, grade: share ? 3 : 1 })
  }

  /** Saves or removes an answer as a question does. One to another revision that gives way for it is to be found again. */
  #saved({ disk, ledger }: Computer, tab: Tab, quiz: string, item: string, answer: object | null): boolean {
    const name = answerName(quiz, item)
    const before = readObject(disk.textOf(name))
    const saved = setFor(tab.store, name, tab.version(item), answer, readAnswer)
    const value = ledger.latest.get(name)
    if (saved && before && before["rev"] !== tab.version(item).rev && value) ledger.earlier.push(value)
    return saved
  }

  finish({ clock, disk, ledger }: Computer, tab: Tab): void {
    const attempt = tab.attempts.get(this.#one(QUIZZES))
    attempt?.finish({ got: 1, of: 2 }, new Date(clock))
    attempt?.save()
    if (tab.problems.includes("unsaved")) return
    const codes = QUIZZES.map((quiz) => /"code":"([^"]+)"/.exec(disk.textOf(attemptName(quiz)))?.[1])
    assert.ok(codes.some(Boolean))
    ledger.note(disk)
  }

  startOver(computer: Computer, tab: Tab): void {
    const quiz = this.#one(QUIZZES)
    for (const item of ITEMS)
      if (this.#saved(computer, tab, quiz, item, null)) computer.ledger.latest.delete(answerName(quiz, item))
    tab.attempts.get(quiz)?.renew()
  }

  tick({ ledger }: Computer, tab: Tab): void {
    const [key, ticked] = [this.#one(["pen", "paper", "card"]), this.#random.below(3) > 0]
    const problem = tab.ticks.set(key, ticked)
    if (problem) assert.equal(problem, "unsaved")
    else if (ticked) ledger.ticks.add(key)
    else ledger.ticks.delete(key)
  }

  save(_: Computer, tab: Tab): void {
    this.files.push(exportProgress(tab.store))
  }

  takeIn({ clock, disk, ledger }: Computer, tab: Tab): void {
    if (!this.files.length) return
    const file = this.#one(this.files)
    const entries = importProgress(tab.store, file, clock)
    assert.ok(entries)
    const replaced = [...ledger.latest].filter(([name, value]) => !disk.textOf(name).includes(`"${value}"`))
    for (const [kind, parts] of [
      ["answer", 3],
      ["finish", 2],
    ] as const) {
      const reports: number = entries.filter((entry) => entry.kind === kind && entry.outcome === "newer").length
      assert.equal(reports, replaced.filter(([name]) => name.split(":").length === parts).length)
    }
    for (const [name] of replaced) ledger.latest.delete(name)
    ledger.note(disk)
    this.#checkFile(file, entries, disk, tab)
  }

  /** Every entry of a file is told of once, and the days of practice of what was taken are here. */
  #checkFile(file: string, entries: readonly Entry[], disk: Disk, tab: Tab): void {
    const saved = Object.entries((readObject(file)?.["saved"] ?? {}) as { readonly [name: string]: string })
    const begun = saved.filter(([name, text]) => /^quiz:[^:]+$/.test(name) && readObject(text)?.["done"] === undefined)
    const silent = begun.filter(([, text]) => readObject(text))
    assert.equal(entries.length, saved.length - silent.length)
    if (tab.problems.includes("unsaved")) return
    for (const [name, text] of saved.filter(([each]) => each.startsWith("item:"))) {
      const [theirs, here] = [readObject(text), readObject(disk.textOf(name))]
      if (!theirs || theirs["rev"] !== here?.["rev"]) continue
      for (const day of daysIn(theirs)) assert.ok(daysIn(here).includes(day), `${name}: ${day}`)
    }
  }

  setClock(computer: Computer): void {
    computer.clock += this.#one([HOUR, DAY, 3 * DAY, -HOUR, -DAY, -40 * DAY, 400 * DAY, -400 * DAY, -6000 * DAY])
    if (this.#random.below(3) === 0) computer.clock = START
    computer.clock = Math.max(computer.clock, 10 * DAY)
  }

  fill({ disk }: Computer): void {
    disk.leave(this.#one([0, 1, 2, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]))
  }

  forbid({ disk }: Computer): void {
    disk.forbidden = this.#random.below(3) === 0
  }

  damage({ disk, ledger }: Computer): void {
    const key = this.#one(Object.keys(disk))
    if (!key || disk.forbidden || this.#random.below(3)) return
    const before = String(disk.getItem(key))
    const text = `${before.slice(0, this.#random.below(12))}!`
    disk.leave(Number.POSITIVE_INFINITY)
    disk.setItem(key, text)
    ledger.damaged.push(text)
    ledger.strike(disk, before)
    if (key === `${PREFIX}checklist:list`) ledger.ticks.clear()
  }

  newEdition(): void {
    if (this.#random.below(3) === 0) this.revs.set(this.#one(ITEMS), 1 + Math.max(...this.revs.values()))
  }

  reload(_: Computer, tab: Tab): void {
    tab.load(this.revs)
  }

  forgetAll({ disk, ledger, tabs }: Computer, tab: Tab): void {
    if (this.#random.below(4) || disk.forbidden) return
    forget(tab.store, () => disk)
    assert.equal(disk.length, 0)
    for (const { attempts } of tabs) for (const attempt of attempts.values()) attempt.load()
    ledger.latest.clear()
    ledger.ticks.clear()
    ledger.earlier = []
    ledger.practice = []
    ledger.damaged = []
  }

  #check(): void {
    for (const { clock, disk, ledger, tabs } of this.computers) {
      for (const [name, value] of ledger.latest) assert.ok(holds(disk, value), `${name}: ${value}`)
      for (const value of ledger.earlier) assert.ok(holds(disk, value), value)
      for (const practice of ledger.practice) assert.ok(has(disk, practice), JSON.stringify(practice))
      for (const text of ledger.damaged) assert.ok(disk.texts().includes(text), text)
      if (disk.forbidden) continue
      for (const tab of tabs) {
        assert.deepEqual(new Set([...ledger.ticks, ...tab.ticks.read().keys]), ledger.ticks)
        for (const item of ITEMS) checkDue(historyOf(tab.store, tab.version(item))?.log ?? [], dayOf(new Date(clock)))
      }
    }
  }

  #one<Kind>(of: readonly Kind[]): Kind {
    return of[this.#random.below(of.length)] as Kind
  }
}

function holds(disk: Disk, value: string): boolean {
  return disk.texts().some((text) => text.includes(`"${value}"`))
}

/** Whether a day of practice is in the history of its revision, or in one that was set aside. */
function has(disk: Disk, { item, rev, day, grade }: Practice): boolean {
  return Object.entries(disk).some(([name, text]) => {
    const record = name.endsWith(`:item:${item}`) ? readObject(String(text)) : null
    const log = (record?.["rev"] === rev ? record["log"] : []) as readonly [number, number][]
    return log.some((entry) => entry[0] === day && entry[1] === grade)
  })
}

function daysIn(record: Fields | null): number[] {
  return ((record?.["log"] ?? []) as readonly [number, number][]).map(([day]) => day)
}

function checkDue(log: History["log"], today: number): void {
  const due = dueDay(log, today)
  if (!log.length) assert.equal(due, null)
  else assert.ok(Number.isInteger(due) && Number(due) <= today + 365, `${due} from ${JSON.stringify(log)}`)
}

const ACTS = [
  ...(["answer", "answer", "answer", "answer", "finish", "startOver", "tick", "tick"] as const),
  ...(["save", "takeIn", "takeIn", "setClock", "setClock", "fill", "forbid"] as const),
  ...(["damage", "newEdition", "reload", "forgetAll"] as const),
]

test("whatever happens to it, what a person gave is there or set aside, or its loss was told", () => {
  const { now } = Date
  for (let at = 0; at < LIVES; at += 1) {
    const life = new Life(randomOf(`life-${at}`))
    const acts: string[] = []
    try {
      for (let step = 0; step < STEPS; step += 1) acts.push(life.step())
    } catch (error) {
      const story = `life-${at}, after ${acts.slice(-12).join(", ")}: ${error instanceof Error ? error.stack : error}`
      throw new Error(story, { cause: error })
    } finally {
      Date.now = now
    }
  }
})
