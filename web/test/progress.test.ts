import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { isoDay, longDay } from "../src/day"
import { checkCode } from "../src/progress/certificate"
import { dueDay } from "../src/progress/schedule"
import { exportProgress, forget, importProgress } from "../src/progress/transfer"
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
      log.map((_, at) => dueDay(log.slice(0, at + 1))),
      due,
    )
})

test("a question never answered is not due", () => assert.equal(dueDay([]), null))

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

const ITEM = (log: unknown, rev = 1): string => JSON.stringify({ v: 1, rev, fp: "0a1b2c3d", last: 1, log })

test("progress goes to another address and comes back whole", () => {
  const one = Memory.of({
    "handbook:/a/:item:q-one": ITEM([[1, 3]]),
    "handbook:/a/:quiz:desk": '{"v":1,"seed":"abc"}',
    other: "1",
  })
  const other = new Memory()
  assert.equal(importProgress(storeOn(other, "/b/"), exportProgress(storeOn(one, "/a/"))), 2)
  assert.equal(other.getItem("handbook:/b/:item:q-one"), one.getItem("handbook:/a/:item:q-one"))
  assert.equal(other.length, 2)
})

test("ticks and notes do not go into the file", () => {
  const memory = Memory.of({ "handbook:/a/:checklist:x": '["a"]', "handbook:/a/:worksheet:y": "{}" })
  assert.deepEqual(JSON.parse(exportProgress(storeOn(memory, "/a/"))).saved, {})
})

test("what was practiced on two computers is put together", () => {
  const memory = Memory.of({
    "handbook:/site/:item:q-one": ITEM([
      [1, 3],
      [5, 1],
    ]),
  })
  const file = JSON.stringify({
    kind: "handbook-progress",
    saved: {
      "item:q-one": ITEM([
        [1, 1],
        [3, 3],
      ]),
    },
  })
  assert.equal(importProgress(storeOn(memory), file), 1)
  assert.deepEqual(JSON.parse(memory.getItem("handbook:/site/:item:q-one") ?? "").log, [
    [1, 3],
    [3, 3],
    [5, 1],
  ])
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

test("of a damaged or made-up file only what fits is taken, and what was here stays", () => {
  const mine = ITEM([[1, 3]])
  const memory = Memory.of({ "handbook:/site/:item:q-one": mine })
  const saved = {
    "item:q-one": "{",
    "item:q-two": '{"v":1,"last":1,"log":[[1,9]]}',
    "item:<b>": mine,
    "quiz:desk": '{"v":1,"seed":"<script>"}',
    "quiz:desk:q-one": '{"v":1,"answer":["<img src=x onerror=alert(1)>"]}',
    "checklist:x": '["a"]',
    __proto__: mine,
    "item:q-three": 7,
  }
  assert.equal(importProgress(storeOn(memory), JSON.stringify({ kind: "handbook-progress", saved })), 1)
  assert.equal(memory.getItem("handbook:/site/:item:q-one"), mine)
  assert.deepEqual(storeOn(memory).names().sort(), ["item:q-one", "quiz:desk:q-one"])
})

test("forgetting leaves nothing of this handbook and all of others", () => {
  const memory = Memory.of({
    "handbook:/site/:item:q-one": "x",
    "handbook:/site/:checklist:x": "[]",
    "handbook:/other/:item:q-one": "x",
    theme: "1",
  })
  forget(storeOn(memory))
  assert.deepEqual(Object.keys(memory).sort(), ["handbook:/other/:item:q-one", "theme"])
})
