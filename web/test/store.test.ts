import assert from "node:assert/strict"
import { test } from "node:test"
import { dayOf } from "../src/day"
import { gradeOf, historyOf, remember } from "../src/history"
import type { Fields } from "../src/json"
import {
  answerName,
  getFor,
  historyName,
  type ItemVersion,
  readAnswer,
  readAttempt,
  readHistory,
  setFor,
} from "../src/records"
import { type Read, type Step, type StorageProblem, type Store, savedAt, storeIn } from "../src/store"
import { Memory } from "./memory"

const VERSION: ItemVersion = { id: "q-one", rev: 1, fingerprint: "0a1b2c3d" }
const ANSWER = { answer: ["a"], checked: true, hints: 0, flag: false }
const NAME = answerName("desk-test", VERSION.id)

function storeOn(memory: Memory, steps: Step[] = []): { store: Store; problems: StorageProblem[] } {
  const problems: StorageProblem[] = []
  return {
    store: storeIn(
      () => memory,
      "/site/",
      (problem) => problems.push(problem),
      steps,
    ),
    problems,
  }
}

test("an answer comes back as it was saved", () => {
  const { store, problems } = storeOn(new Memory())
  setFor(store, NAME, VERSION, ANSWER, readAnswer)
  assert.deepEqual(getFor(store, NAME, VERSION, readAnswer), ANSWER)
  assert.deepEqual(problems, [])
})

test("what was never saved is nothing, and no trouble", () => {
  const { store, problems } = storeOn(new Memory())
  assert.equal(getFor(store, NAME, VERSION, readAnswer), null)
  assert.deepEqual(problems, [])
})

for (const now of [
  { ...VERSION, rev: 2 },
  { ...VERSION, fingerprint: "ffffffff" },
]) {
  test(`an answer to another revision or key is distinguished from one to this: ${now.rev} ${now.fingerprint}`, () => {
    const { store } = storeOn(new Memory())
    setFor(store, NAME, VERSION, ANSWER, readAnswer)
    assert.equal(getFor(store, NAME, now, readAnswer), "changed")
  })
}

test("two handbooks on one host do not see each other", () => {
  const memory = new Memory()
  const [one, other] = ["/hr/", "/"].map((site) =>
    storeIn(
      () => memory,
      site,
      () => {},
    ),
  )
  setFor(one as Store, NAME, VERSION, ANSWER, readAnswer)
  assert.deepEqual((other as Store).names(), [])
  assert.deepEqual((one as Store).names(), [NAME])
})

const HOSTILE = [
  "",
  "{",
  "null",
  "7",
  "[]",
  "{}",
  '{"v":0}',
  '{"v":9}',
  '{"v":"1"}',
  '{"v":1}',
  '{"v":1,"answer":"a"}',
  '{"v":1,"answer":[1]}',
  '{"v":1,"answer":{"length":1}}',
]

for (const written of HOSTILE) {
  test(`what cannot be an answer is reported, and set aside when the next one is saved: ${written || "(empty)"}`, () => {
    const memory = Memory.of({ [`handbook:/site/:${NAME}`]: written })
    const { store, problems } = storeOn(memory)
    assert.equal(getFor(store, NAME, VERSION, readAnswer), null)
    assert.deepEqual(problems, ["damaged"])
    setFor(store, NAME, VERSION, ANSWER, readAnswer)
    assert.deepEqual(getFor(store, NAME, VERSION, readAnswer), ANSWER)
    assert.equal(memory.getItem(`handbook:/site/:aside:1:${NAME}`), written)
  })
}

test("what is set aside twice is kept once, and what differs beside it", () => {
  const memory = new Memory()
  const { store } = storeOn(memory)
  for (const damaged of ["{", "{", "["]) {
    store.put(NAME, damaged)
    setFor(store, NAME, VERSION, ANSWER, readAnswer)
  }
  assert.deepEqual(store.names().sort(), [`aside:1:${NAME}`, `aside:2:${NAME}`, NAME].sort())
})

test("what cannot be set aside is not written over, and that is reported", () => {
  const memory = Memory.of({ [`handbook:/site/:${NAME}`]: "{" })
  const { store, problems } = storeOn(memory)
  memory.full = true
  assert.equal(setFor(store, NAME, VERSION, ANSWER, readAnswer), false)
  assert.equal(setFor(store, NAME, VERSION, null, readAnswer), false)
  assert.equal(store.text(NAME), "{")
  assert.ok(problems.includes("unsaved"))
})

test("an answer to another revision or key is set aside when this one is answered, or the quiz started over", () => {
  for (const next of [ANSWER, null]) {
    const { store } = storeOn(new Memory())
    setFor(store, NAME, VERSION, ANSWER, readAnswer)
    const before = store.text(NAME)
    setFor(store, NAME, { ...VERSION, rev: 2 }, next, readAnswer)
    assert.equal(store.text(`aside:1:${NAME}`), before)
  }
})

test("a record of a later edition is reported, and set aside before an earlier edition writes over it", () => {
  const later = '{"v":2,"rev":1,"fp":"0a1b2c3d","other":1}'
  const { store, problems } = storeOn(Memory.of({ [`handbook:/site/:${NAME}`]: later }))
  assert.equal(getFor(store, NAME, VERSION, readAnswer), null)
  assert.deepEqual(problems, ["damaged"])
  setFor(store, NAME, VERSION, ANSWER, readAnswer)
  assert.equal(store.text(`aside:1:${NAME}`), later)
})

test("a step that fails makes a record damaged, and stops nothing", () => {
  const fails: Step = () => {
    throw new Error("no")
  }
  const { store, problems } = storeOn(Memory.of({ [`handbook:/site/:${NAME}`]: '{"v":1}' }), [fails])
  assert.equal(getFor(store, NAME, VERSION, readAnswer), null)
  assert.deepEqual(problems, ["damaged"])
})

test("what is saved later says so, though the clock was set back, and a time that no clock has counts for nothing", (t) => {
  const { store } = storeOn(new Memory())
  const at = (): number => savedAt(store.get(NAME, (fields) => fields))
  const times = [2_000_000, 1_000_000, 3_000_000].map((now) => {
    t.mock.method(Date, "now", () => now)
    setFor(store, NAME, VERSION, ANSWER, readAnswer)
    return at()
  })
  assert.deepEqual(times, [2_000_000, 2_000_001, 3_000_000])
  store.put(NAME, `{"v":1,"rev":1,"fp":"0a1b2c3d","answer":["a"],"at":9007199254740991}`)
  setFor(store, NAME, VERSION, ANSWER, readAnswer)
  assert.equal(at(), 3_000_000)
})

test("fields of another kind are put right", () => {
  assert.deepEqual(readAnswer({ answer: ["a"], checked: "yes", hints: -1, flag: 1 }), {
    answer: ["a"],
    checked: false,
    hints: 0,
    flag: false,
  })
})

/** What a reader gives, and how often it calls for damage. */
function reading<Kind>(read: Read<Kind>, fields: Fields): [Kind | null, number] {
  let flaws = 0
  const kind = read(fields, () => {
    flaws += 1
  })
  return [kind, flaws]
}

test("an attempt is read with care, and keeps its seed when the rest is damaged", () => {
  const done = { at: "2026-12-31", got: 1, of: 2, code: "desk-a1-1-abcdef" }
  assert.deepEqual(reading(readAttempt, { seed: "a1" }), [{ seed: "a1" }, 0])
  assert.deepEqual(reading(readAttempt, { seed: "a1", done }), [{ seed: "a1", done }, 0])
  for (const damaged of [
    "x",
    null,
    { ...done, at: "<b>" },
    { ...done, at: "9999-99-99" },
    { ...done, at: "2026-02-30" },
  ])
    assert.deepEqual(reading(readAttempt, { seed: "a1", done: damaged }), [{ seed: "a1" }, 1])
  for (const got of [-1, Number.POSITIVE_INFINITY, "1"])
    assert.deepEqual(reading(readAttempt, { seed: "a1", done: { ...done, got } }), [{ seed: "a1" }, 1])
  for (const seed of [1, "", "A", "<b>", "a".repeat(99)]) assert.equal(reading(readAttempt, { seed })[0], null)
})

test("a history has its days in order and each once, however clocks went", () => {
  const log = [
    [5, 3],
    [9, 1],
    [5, 1],
    [2, 2],
  ]
  assert.deepEqual(reading(readHistory, { last: 1, log }), [
    {
      last: 1,
      log: [
        [2, 2],
        [5, 3],
        [9, 1],
      ],
    },
    0,
  ])
})

test("a damaged entry of a history costs that entry alone", () => {
  for (const entry of ["", 1, [1], [1, 4], [-1, 3], [1.5, 3], [1e9, 3], ["1", 3], null]) {
    const whole = [
      [2, 3],
      [4, 1],
    ]
    assert.deepEqual(reading(readHistory, { last: 1, log: [whole[0], entry, whole[1]] }), [{ last: 1, log: whole }, 1])
  }
})

test("what is no history is none", () => {
  for (const log of ["", {}, null]) assert.equal(reading(readHistory, { last: 1, log })[0], null)
  for (const last of [-1, 2, Number.NaN, "1", null]) assert.equal(reading(readHistory, { last, log: [] })[0], null)
})

test("a record of an older version goes through every step since", () => {
  const steps: Step[] = [({ old, ...rest }) => ({ ...rest, answer: old }), (record) => ({ ...record, checked: true })]
  const memory = Memory.of({ [`handbook:/site/:${NAME}`]: '{"v":1,"rev":1,"fp":"0a1b2c3d","old":["a"]}' })
  const { store, problems } = storeOn(memory, steps)
  assert.deepEqual(getFor(store, NAME, VERSION, readAnswer), ANSWER)
  assert.deepEqual(problems, [])
  store.set(NAME, {}, readAnswer)
  assert.equal(JSON.parse(memory.getItem(`handbook:/site/:${NAME}`) ?? "").v, 3)
})

test("a full storage is reported, and what it held stays", () => {
  const memory = new Memory()
  const { store, problems } = storeOn(memory)
  setFor(store, NAME, VERSION, ANSWER, readAnswer)
  memory.full = true
  setFor(store, NAME, VERSION, { ...ANSWER, answer: ["b"] }, readAnswer)
  assert.deepEqual(problems, ["unsaved"])
  assert.deepEqual(getFor(store, NAME, VERSION, readAnswer), ANSWER)
})

test("a forbidden storage is reported and nothing fails", () => {
  const problems: StorageProblem[] = []
  const forbidden = (): Storage => {
    throw new Error("SecurityError")
  }
  const store = storeIn(forbidden, "/site/", (problem) => problems.push(problem))
  setFor(store, NAME, VERSION, ANSWER, readAnswer)
  setFor(store, NAME, VERSION, null, readAnswer)
  assert.equal(getFor(store, NAME, VERSION, readAnswer), null)
  assert.deepEqual(store.names(), [])
  assert.deepEqual(new Set(problems), new Set(["unsaved"]))
})

test("names such as __proto__ are names like others", () => {
  const { store } = storeOn(new Memory())
  const version = { ...VERSION, id: "__proto__" }
  setFor(store, answerName("constructor", version.id), version, ANSWER, readAnswer)
  assert.deepEqual(getFor(store, answerName("constructor", version.id), version, readAnswer), ANSWER)
})

test("only what is wholly right and without a hint is good", () => {
  assert.deepEqual([gradeOf(1, 0), gradeOf(1, 1), gradeOf(0.9, 0), gradeOf(0, 0)], [3, 2, 1, 1])
})

test("the first answer of each day counts, the last one is remembered", () => {
  const { store } = storeOn(new Memory())
  const at = (day: number, hour: number): Date => new Date(2026, 10, day, hour)
  remember(store, VERSION, 0, 0, at(1, 0))
  remember(store, VERSION, 1, 0, at(1, 23))
  remember(store, VERSION, 1, 1, at(3, 0))
  const history = historyOf(store, VERSION)
  assert.equal(history?.last, 1)
  assert.deepEqual(
    history?.log.map(([, grade]) => grade),
    [1, 2],
  )
  assert.equal((history?.log[1]?.[0] ?? 0) - (history?.log[0]?.[0] ?? 0), 2)
})

const DAY = 24 * 60 * 60 * 1000

test("a clock that is set back and forth loses no day", () => {
  const { store, problems } = storeOn(new Memory())
  const noon = Date.UTC(2026, 10, 22, 12)
  const days = [0, -1, 365, -5000, 1, 0, -1].map((day) => noon + day * DAY)
  for (const [at, time] of days.entries()) remember(store, VERSION, at % 2, 0, new Date(time))
  const log = historyOf(store, VERSION)?.log ?? []
  const expected = [-5000, -1, 0, 1, 365].map((day) => noon + day * DAY)
  assert.deepEqual(
    log.map(([day]) => day),
    expected.map((time) => dayOf(new Date(time))),
  )
  assert.deepEqual(
    log.map(([, grade]) => grade),
    [3, 3, 1, 1, 1],
  )
  assert.deepEqual(problems, [])
})

test("of a long history the oldest day goes, and never the one of today", () => {
  const { store } = storeOn(new Memory())
  const log = Array.from({ length: 100 }, (_, at) => [20_000 + at, 3] as const)
  setFor(store, historyName(VERSION.id), VERSION, { last: 1, log }, readHistory)
  remember(store, VERSION, 0, 0, new Date(2010, 0, 1, 12))
  const after = historyOf(store, VERSION)?.log ?? []
  remember(store, VERSION, 1, 0, new Date(2010, 0, 1, 13))
  assert.deepEqual(historyOf(store, VERSION)?.log, after)
  assert.equal(after.length, 100)
  assert.deepEqual(after[0], [dayOf(new Date(2010, 0, 1)), 1])
  assert.deepEqual(after.slice(1), log.slice(1))
})

test("a changed question has no history", () => {
  const { store } = storeOn(new Memory())
  remember(store, VERSION, 1, 0, new Date())
  assert.equal(historyOf(store, { ...VERSION, rev: 2 }), null)
  remember(store, { ...VERSION, rev: 2 }, 1, 0, new Date())
  assert.equal(historyOf(store, { ...VERSION, rev: 2 })?.log.length, 1)
})
