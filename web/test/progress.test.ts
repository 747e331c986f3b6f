import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { isoDay, longDay } from "../src/day"
import { forget } from "../src/forget"
import { checkCode } from "../src/progress/certificate"
import { dueDay } from "../src/progress/schedule"
import { inWords } from "../src/progress/storage"
import { exportProgress, importProgress } from "../src/progress/transfer"
import type { History } from "../src/records"
import { type Store, storeIn } from "../src/store"
import { Memory } from "./memory"

const storeOn = (memory: Memory, site = "/site/"): Store =>
  storeIn(
    () => memory,
    site,
    () => {},
  )
const cases = JSON.parse(readFileSync("../tests/golden/schedule/cases.json", "utf8")) as {
  log: History["log"]
  due: number[]
}[]

test("each question is due when the Python package fsrs says so, after every answer", () => {
  for (const { log, due } of cases)
    assert.deepEqual(
      log.map((_, at) => dueDay(log.slice(0, at + 1), 1e6)),
      due,
    )
})

test("a question never answered is not due", () => assert.equal(dueDay([], 20_000), null))

test("days read in words, and one that is none breaks nothing", () => {
  assert.equal(longDay(isoDay(20453)), "December 31, 2025")
  assert.equal(longDay("9999-99-99"), "Invalid Date")
})

test("a check code changes with each line, and neither with case nor with spaces around", () => {
  const code = checkCode("Ann Lee", "8 of 10 points", "desk-a1-1-abcdef")
  assert.match(code, /^[0-9a-f]{8}$/)
  assert.equal(checkCode(" ann  lee", "8 of 10 points ", "DESK-a1-1-abcdef"), code)
  assert.notEqual(checkCode("Ann Lee", "9 of 10 points", "desk-a1-1-abcdef"), code)
  assert.notEqual(checkCode("Ann", "Lee 8 of 10 points", "desk-a1-1-abcdef"), code)
})

test("days later than today do not count before they come, and nothing else puts a question off for years", () => {
  const log: History["log"] = [
    [20_000, 3],
    [20_003, 3],
    [20_365, 3],
  ]
  assert.equal(dueDay(log, 20_010), dueDay(log.slice(0, 2), 20_010))
  assert.ok((dueDay(log, 20_365) ?? 0) > 20_365)
  assert.equal(dueDay([[20_365, 3]], 20_000), 20_000)
  const wild: History["log"] = [0, 14_610, 20_786, 24_786, 30_000].map((day) => [day, 3])
  for (const [at, [day]] of wild.entries()) {
    const due = dueDay(wild.slice(0, at + 1), day) ?? 0
    assert.ok(due > day && due <= day + 365, `${due}`)
  }
})

type Record = { readonly [field: string]: unknown }

const NOW = Date.UTC(2026, 10, 22, 12)
const TODAY = NOW / 86_400_000 - 0.5
const VERSION = { v: 1, rev: 1, fp: "0a1b2c3d" }
const item = (log: unknown, more: Record = {}): Record => ({ ...VERSION, last: 1, log, ...more })
const answer = (option: string, more: Record = {}): Record => ({
  ...VERSION,
  answer: [option],
  checked: true,
  hints: 0,
  flag: false,
  ...more,
})
const finish = (at: string, seed: string): Record => ({
  v: 1,
  seed,
  done: { at, got: 1, of: 2, code: `desk-${seed}-1-abcdef` },
})

function saved(records: { readonly [name: string]: Record | string }): Memory {
  return Memory.of(
    Object.fromEntries(
      Object.entries(records).map(([name, record]) => [
        `handbook:/site/:${name}`,
        typeof record === "string" ? record : JSON.stringify(record),
      ]),
    ),
  )
}

/** What is here after a file of some records is taken in, and what that is told as. */
function after(here: Memory, there: Memory): { words: string; get: (name: string) => Record } {
  const entries = importProgress(storeOn(here), exportProgress(storeOn(there)), NOW)
  assert.ok(entries)
  return { words: inWords(entries), get: (name) => JSON.parse(here.getItem(`handbook:/site/:${name}`) ?? "null") }
}

test("progress goes to another address and comes back whole", () => {
  const one = saved({
    "item:q-one": item([[1, 3]], { at: 5 }),
    "quiz:desk": { ...finish("2026-11-01", "abc"), at: 5 },
    "quiz:desk:q-one": answer("a", { at: 5 }),
    "aside:1:quiz:desk:q-two": "{",
  })
  one.setItem("other", "1")
  const other = new Memory()
  const entries = importProgress(storeOn(other, "/b/"), exportProgress(storeOn(one)), NOW)
  assert.equal(
    inWords(entries ?? []),
    "Taken: 1 answer, 1 practice record, 1 finished quiz, and 1 entry that was set aside.",
  )
  const fields = (memory: Memory, site: string): unknown =>
    Object.fromEntries(
      storeOn(memory, site)
        .names()
        .map((name) => [name, storeOn(memory, site).fields(storeOn(memory, site).text(name) ?? "")]),
    )
  assert.deepEqual(fields(other, "/b/"), fields(one, "/site/"))
  assert.equal(other.length, 4)
  assert.equal(storeOn(other, "/b/").text("aside:1:quiz:desk:q-two"), "{")
})

test("a file that was taken in before adds nothing, and says so", () => {
  const here = saved({ "quiz:desk:q-one": answer("a", { at: 5 }), "item:q-one": item([[1, 3]]) })
  assert.equal(after(here, here).words, "Already here: 1 answer and 1 practice record.")
})

test("ticks and notes do not go into the file", () => {
  const memory = saved({ "checklist:x": '["a"]', "worksheet:y": "{}" })
  assert.deepEqual(JSON.parse(exportProgress(storeOn(memory))).saved, {})
})

test("what was practiced on two computers is put together", () => {
  const here = saved({
    "item:q-one": item([
      [1, 3],
      [5, 1],
    ]),
  })
  const { words, get } = after(
    here,
    saved({
      "item:q-one": item(
        [
          [1, 1],
          [3, 3],
        ],
        { last: 0 },
      ),
    }),
  )
  assert.equal(words, "Taken: 1 practice record.")
  assert.deepEqual(get("item:q-one")["log"], [
    [1, 3],
    [3, 3],
    [5, 1],
  ])
  assert.equal(get("item:q-one")["last"], 1)
})

test("an answer gives way to a newer one alone, and the file says which", () => {
  const here = saved({
    "quiz:desk:a": answer("mine", { at: 200 }),
    "quiz:desk:b": answer("mine", { at: 100 }),
    "quiz:desk:c": answer("mine", { at: 100 }),
    "quiz:desk:d": answer("mine"),
  })
  const { words, get } = after(
    here,
    saved({
      "quiz:desk:a": answer("theirs", { at: 100 }),
      "quiz:desk:b": answer("theirs", { at: 200 }),
      "quiz:desk:c": answer("theirs", { at: NOW + 1 }), // by a clock that is ahead
      "quiz:desk:d": answer("theirs"),
      "quiz:desk:e": answer("theirs"),
    }),
  )
  assert.equal(
    words,
    "Taken: 1 answer. Taken in place of older ones: 1 answer. Left: 3 answers, because yours are newer.",
  )
  const answers = ["a", "b", "c", "d", "e"].map((name) => get(`quiz:desk:${name}`)["answer"])
  assert.deepEqual(answers, [["mine"], ["theirs"], ["mine"], ["mine"], ["theirs"]])
})

test("an answer of the first edition is as old as the last practice of its question", () => {
  const here = { "quiz:desk:a": answer("mine"), "item:a": item([[20_000, 3]]) }
  const later = saved({ "quiz:desk:a": answer("theirs"), "item:a": item([[20_005, 1]], { last: 0 }) })
  const { get } = after(saved(here), later)
  assert.deepEqual(get("quiz:desk:a")["answer"], ["theirs"])
  assert.deepEqual(get("item:a")["log"], [
    [20_000, 3],
    [20_005, 1],
  ])
  assert.equal(get("item:a")["last"], 0)
  const earlier = saved({ "quiz:desk:a": answer("theirs"), "item:a": item([[19_000, 1]]) })
  assert.deepEqual(after(saved(here), earlier).get("quiz:desk:a")["answer"], ["mine"])
})

test("an answer takes the place of none, and a flag stays", () => {
  const here = saved({ "quiz:desk:a": answer("", { answer: [], checked: false, flag: true, at: 9 }) })
  const { words, get } = after(here, saved({ "quiz:desk:a": answer("theirs", { at: 5 }) }))
  assert.equal(words, "Taken: 1 answer.")
  assert.deepEqual([get("quiz:desk:a")["answer"], get("quiz:desk:a")["flag"]], [["theirs"], true])
})

test("what is of an older revision of a question is left, and what is of a later one is taken", () => {
  for (const [name, record] of [
    ["item:a", (rev: number) => item([[20_000 + rev, 3]], { rev })],
    ["quiz:desk:a", (rev: number) => answer(`rev-${rev}`, { rev })],
  ] as const) {
    const older = after(saved({ [name]: record(2) }), saved({ [name]: record(1) }))
    assert.match(older.words, /^Left: 1 .*, because the questions have changed since\.$/)
    assert.equal(older.get(name)["rev"], 2)
    const here = saved({ [name]: record(1) })
    const newer = after(here, saved({ [name]: record(2) }))
    assert.match(newer.words, /^Taken in place of older ones: 1 /)
    assert.equal(newer.get(name)["rev"], 2)
    assert.deepEqual(newer.get(`aside:1:${name}`), record(1))
  }
})

test("last year's file does not replace the history of a question whose key has changed", () => {
  const mine = item([
    [20_000, 3],
    [20_010, 3],
  ])
  const { get } = after(saved({ "item:a": mine }), saved({ "item:a": item([[19_000, 1]], { fp: "oldold", last: 0 }) }))
  assert.deepEqual(get("item:a"), mine)
})

test("a finished quiz of a file takes the place of an earlier one, and never of the attempt under way", () => {
  const cases: [string | null, string, string, string][] = [
    [null, "2026-11-01", "2026-11-01", "Taken: 1 finished quiz."],
    ["2026-11-01", "2026-11-05", "2026-11-05", "Taken in place of older ones: 1 finished quiz."],
    ["2026-11-05", "2026-11-01", "2026-11-05", "Left: 1 finished quiz, because yours is newer."],
    ["2026-11-05", "2027-11-01", "2026-11-05", "Left: 1 finished quiz, because yours is newer."],
  ]
  for (const [mine, theirs, day, message] of cases) {
    const here = saved({ "quiz:desk": mine ? finish(mine, "mine") : { v: 1, seed: "mine" } })
    const { words, get } = after(here, saved({ "quiz:desk": finish(theirs, "theirs") }))
    assert.equal(words, message)
    assert.equal(get("quiz:desk")["seed"], "mine")
    assert.equal((get("quiz:desk")["done"] as Record)["at"], day)
  }
  const begun = after(saved({ "quiz:desk": finish("2026-11-01", "mine") }), saved({ "quiz:desk": { v: 1, seed: "b" } }))
  assert.equal(begun.words, "There is no progress in this file yet.")
  assert.equal((begun.get("quiz:desk")["done"] as Record)["at"], "2026-11-01")
})

test("what is damaged here is set aside for what a file has", () => {
  const here = saved({ "item:a": "{" })
  const { words, get } = after(here, saved({ "item:a": item([[1, 3]]) }))
  assert.equal(words, "Taken: 1 practice record.")
  assert.deepEqual(get("item:a")["log"], [[1, 3]])
  assert.equal(here.getItem("handbook:/site/:aside:1:item:a"), "{")
})

test("where there is no room, the file says so and what was here stays", () => {
  const mine = item([[1, 3]])
  const here = saved({ "item:a": mine })
  here.full = true
  const { words, get } = after(here, saved({ "item:a": item([[2, 3]]), "item:b": item([[2, 3]]) }))
  assert.equal(words, "Not saved: 2 practice records, because this browser has no room.")
  assert.deepEqual(get("item:a"), mine)
})

for (const text of [
  "",
  "7",
  "null",
  "[]",
  "{}",
  '{"kind":"handbook-progress"}',
  '{"kind":"other","saved":{}}',
  '{"kind":"handbook-progress","saved":null}',
]) {
  test(`another file is refused: ${text || "(empty)"}`, () =>
    assert.equal(importProgress(storeOn(new Memory()), text), null))
}

test("of a damaged or made-up file only what fits is taken, what was here stays, and the rest is reported", () => {
  const mine = JSON.stringify(item([[TODAY, 3]]))
  const memory = Memory.of({ "handbook:/site/:item:q-one": mine })
  const file = {
    "item:q-one": "{",
    "item:q-two": JSON.stringify(
      item([
        [1, 9],
        [2, 3],
      ]),
    ),
    "item:q-three": 7,
    "item:q-four": '{"v":1,"last":1,"log":[[1,3]]}', // of no revision
    "item:<b>": mine,
    "quiz:desk": '{"v":1,"seed":"<script>"}',
    "quiz:desk:q-one": JSON.stringify(answer("<img src=x onerror=alert(1)>")),
    "quiz:other": JSON.stringify(answer("a")), // no attempt
    "checklist:x": '["a"]',
    __proto__: mine,
  }
  const entries = importProgress(storeOn(memory), JSON.stringify({ kind: "handbook-progress", saved: file }), NOW)
  assert.equal(
    inWords(entries ?? []),
    "Taken: 1 answer and 1 practice record. " +
      "Left: 4 practice records, 2 finished quizzes, and 2 entries, because they could not be read.",
  )
  assert.equal(memory.getItem("handbook:/site/:item:q-one"), mine)
  assert.deepEqual(storeOn(memory).names().sort(), ["item:q-one", "item:q-two", "quiz:desk:q-one"])
  assert.deepEqual(JSON.parse(memory.getItem("handbook:/site/:item:q-two") ?? "").log, [[2, 3]])
})

test("forgetting leaves nothing of this handbook and all of others", () => {
  const memory = Memory.of({
    "handbook:/site/:item:q-one": "x",
    "handbook:/site/:checklist:x": "[]",
    "handbook:/site/:aside:1:item:q-one": "x",
    "handbook-draft:/site/:docs/index.md": "{}",
    "/site/.__palette": "{}",
    "handbook:/other/:item:q-one": "x",
    "handbook-draft:/other/:docs/index.md": "{}",
    theme: "1",
  })
  forget(storeOn(memory), () => memory)
  const others = ["handbook-draft:/other/:docs/index.md", "handbook:/other/:item:q-one", "theme"]
  assert.deepEqual(Object.keys(memory).sort(), others)
})
