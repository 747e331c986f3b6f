import assert from "node:assert/strict"
import { test } from "node:test"
import { DUE, leftOn, readDue } from "../src/due"
import { historyOf, remember } from "../src/history"
import type { Question } from "../src/page"
import { nextSet } from "../src/progress/daily"
import { keepDue, readVersions } from "../src/progress/due"
import type { Practiced } from "../src/progress/practiced"
import { dueDay } from "../src/progress/schedule"
import { exportProgress, importProgress } from "../src/progress/transfer"
import { weeksOf } from "../src/progress/weeks"
import type { Grade, History, ItemVersion } from "../src/records"
import { type Store, storeIn } from "../src/store"
import { Memory } from "./memory"

const TODAY = 20_786
const storeOn = (memory: Memory): Store =>
  storeIn(
    () => memory,
    "/site/",
    () => {},
  )
const versionOf = (id: string): ItemVersion => ({ id, rev: 1, fingerprint: "0a1b2c3d" })
const noonOf = (day: number): Date => new Date(day * 86_400_000 + 43_200_000)
const log = (...entries: [number, Grade][]): History["log"] => entries

// When a question comes back

test("questions learned together come back on several days, each always on the same one", () => {
  const learned = log([20_000, 3], [20_002, 3])
  const exactly = dueDay(learned, TODAY) ?? 0
  const ids = Array.from({ length: 30 }, (_, at) => `question-${at}`)
  const days = ids.map((id) => dueDay(learned, TODAY, id) ?? 0)
  assert.deepEqual(
    days,
    ids.map((id) => dueDay(learned, TODAY, id)),
  )
  assert.ok(new Set(days).size >= 3, `${days}`)
  const gap = exactly - 20_002
  assert.ok(days.every((day) => Math.abs(day - exactly) <= 2 + 0.15 * gap && day > 20_002))
})

test("what comes back within two days is not moved", () => {
  for (const grade of [1, 2, 3] as const)
    assert.equal(dueDay(log([20_000, grade]), TODAY, "a"), dueDay(log([20_000, grade]), TODAY))
})

test("no question stays away for more than a year", () => {
  const wild = log([10_000, 3], [14_000, 3], [20_000, 3])
  for (let at = 0; at < 50; at += 1) assert.ok((dueDay(wild, TODAY, `question-${at}`) ?? 0) <= 20_365)
})

// The questions of a day

const question = (id: string): Question =>
  ({ item: { version: versionOf(id), section: "" } }) as Partial<Question> as Question
const bank = Array.from({ length: 40 }, (_, at) => question(`q-${at}`))
const practiced = (at: number, entries: History["log"], due: number): Practiced => ({
  ...(bank[at] as Question),
  last: 1,
  log: entries,
  due,
})
const idsOf = (some: readonly Question[]): string[] => some.map(({ item }) => item.version.id)

test("a day has five questions: those due for longest, then new ones, the same however often one looks", () => {
  const due = [3, 1, 2].map((late) => practiced(late, log([TODAY - 10, 1]), TODAY - late))
  const set = nextSet({ bank, practiced: due, today: TODAY })
  assert.deepEqual(idsOf(set.due), ["q-3", "q-2", "q-1"])
  assert.equal(set.fresh.length, 2)
  assert.deepEqual(set, nextSet({ bank: [...bank].reverse(), practiced: [...due].reverse(), today: TODAY }))
  const others = nextSet({ bank, practiced: due, today: TODAY + 1 })
  assert.notDeepEqual(idsOf(others.fresh), idsOf(set.fresh))
})

test("what was answered of the day's questions is not asked again, and the rest stays", () => {
  const before = nextSet({ bank, practiced: [], today: TODAY })
  assert.equal(before.fresh.length, 5)
  const at = bank.findIndex(({ item }) => item.version.id === idsOf(before.fresh)[0])
  const after = nextSet({ bank, practiced: [practiced(at, log([TODAY, 3]), TODAY + 2)], today: TODAY })
  assert.deepEqual(idsOf(after.fresh), idsOf(before.fresh).slice(1))
  assert.equal(after.isExtra, false)
})

test("after five the day is done, and as many more are for those who want them", () => {
  const back = bank.slice(0, 5).map((_, at) => practiced(at, log([TODAY - 3, 1], [TODAY, 3]), TODAY + 4))
  const waiting = bank.slice(5, 12).map((_, at) => practiced(at + 5, log([TODAY - 3, 1]), TODAY - 1))
  const set = nextSet({ bank, practiced: [...back, ...waiting], today: TODAY })
  assert.deepEqual([set.isExtra, set.due.length, set.fresh.length], [true, 5, 0])
})

test("a long quiz of new questions does not take the place of those that are due", () => {
  const fresh = bank.slice(0, 19).map((_, at) => practiced(at, log([TODAY, 3]), TODAY + 2))
  const due = bank.slice(20, 23).map((_, at) => practiced(at + 20, log([TODAY - 3, 1]), TODAY))
  const set = nextSet({ bank, practiced: [...fresh, ...due], today: TODAY })
  assert.deepEqual([set.due.length, set.fresh.length], [3, 0])
})

test("when all is practiced and nothing is due, there is nothing to ask", () => {
  const all = bank.map((_, at) => practiced(at, log([TODAY - 1, 3]), TODAY + 1))
  assert.equal(nextSet({ bank, practiced: all, today: TODAY }).size, 0)
})

// What the header counts

function counted(memory: Memory, day: number, edition = "one"): number {
  const store = storeOn(memory)
  keepDue(store, readVersions("a:1:0a1b2c3d b:1:0a1b2c3d c:1:0a1b2c3d"), edition, day)
  const due = store.get(DUE, readDue)
  return due ? leftOn(day, due) : 0
}

test("the count is of questions that the edition has, in their present version", () => {
  const memory = new Memory()
  const versions = [versionOf("a"), { ...versionOf("b"), rev: 2 }, versionOf("gone")]
  for (const version of versions) remember(storeOn(memory), version, 0, 0, noonOf(TODAY))
  assert.equal(counted(memory, TODAY), 0)
  assert.equal(counted(memory, TODAY + 1), 1)
})

test("a count that is damaged is made anew, and one of nothing leaves nothing", () => {
  const memory = Memory.of({ "handbook:/site/:due": "{damaged" })
  assert.equal(counted(memory, TODAY), 0)
  assert.equal(memory.length, 0)
  remember(storeOn(memory), versionOf("a"), 0, 0, noonOf(TODAY))
  memory.setItem("handbook:/site/:due", "{damaged")
  assert.equal(counted(memory, TODAY + 1), 1)
  assert.deepEqual(Object.keys(memory).sort(), ["handbook:/site/:due", "handbook:/site/:item:a"])
})

test("a storage that is full or forbidden shows no count and breaks nothing", () => {
  const memory = new Memory()
  remember(storeOn(memory), versionOf("a"), 0, 0, noonOf(TODAY))
  memory.full = true
  assert.equal(counted(memory, TODAY + 1), 0)
  memory.forbidden = true
  assert.equal(counted(memory, TODAY + 1), 0)
})

test("a clock that is set back counts what was due then", () => {
  const due = { edition: "", days: [TODAY - 1, TODAY, TODAY + 5], returns: [TODAY + 1, 4] } as const
  assert.deepEqual(
    [TODAY - 2, TODAY - 1, TODAY, TODAY + 1].map((day) => leftOn(day, due)),
    [0, 1, 2, 1],
  )
})

for (const [name, record] of Object.entries({
  edition: { days: [1], returns: [0, 0] },
  days: { edition: "", days: ["1"], returns: [0, 0] },
  returns: { edition: "", days: [], returns: [0] },
})) {
  test(`a count without its ${name} is none`, () => assert.equal(readDue(record), null))
}

// How sure one is

test("how sure someone was is kept with the answer that counts, and with no later one of that day", () => {
  const store = storeOn(new Memory())
  const sureOn = (day: number, share: number, sure?: 1 | 2 | 3): History | null => {
    remember(store, versionOf("a"), share, 0, noonOf(day), sure)
    return historyOf(store, versionOf("a"))
  }
  assert.deepEqual(sureOn(TODAY, 0, 3), { last: 0, log: [[TODAY, 1]], sure: 3 })
  assert.equal(sureOn(TODAY, 1, 1)?.sure, 3)
  assert.equal(sureOn(TODAY + 1, 1)?.sure, undefined)
})

test("a sureness that is none is a flaw, and the rest of the record stays", () => {
  const memory = Memory.of({
    "handbook:/site/:item:a": JSON.stringify({ v: 1, rev: 1, fp: "0a1b2c3d", last: 1, log: [[1, 3]], sure: "very" }),
  })
  assert.deepEqual(historyOf(storeOn(memory), versionOf("a")), { last: 1, log: [[1, 3]] })
  remember(storeOn(memory), versionOf("a"), 1, 0, noonOf(TODAY), 2)
  assert.match(String(memory.getItem("handbook:/site/:aside:1:item:a")), /very/)
})

// Weeks

test("weeks in a row are counted up to this one, or to the last while this one can still follow", () => {
  const sunday = 20_779 // November 22, 2026
  const days = [sunday - 1, sunday - 8, sunday - 9, sunday - 30]
  assert.deepEqual(weeksOf(days, sunday - 1), { inRow: 2, isOn: true })
  assert.deepEqual(weeksOf(days, sunday), { inRow: 2, isOn: false })
  assert.deepEqual(weeksOf([...days, sunday + 6], sunday + 6), { inRow: 3, isOn: true })
  assert.deepEqual(weeksOf(days, sunday + 7), { inRow: 0, isOn: false })
})

test("days that have not come do not count as weeks", () => {
  assert.deepEqual(weeksOf([20_779, 30_000], 20_700), { inRow: 0, isOn: false })
})

test("how sure someone was goes along in a file", () => {
  const one = storeOn(new Memory())
  remember(one, versionOf("a"), 0, 0, noonOf(TODAY), 3)
  const other = storeOn(new Memory())
  importProgress(other, exportProgress(one))
  assert.equal(historyOf(other, versionOf("a"))?.sure, 3)
  remember(other, versionOf("a"), 1, 0, noonOf(TODAY + 1), 2)
  importProgress(one, exportProgress(other), Date.now() + 60_000)
  assert.equal(historyOf(one, versionOf("a"))?.sure, 2)
})
