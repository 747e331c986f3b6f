import assert from "node:assert/strict"
import { test } from "node:test"
import { gradeOf, historyOf, remember } from "../src/history"
import { answerName, getFor, type ItemVersion, readAnswer, readAttempt, readHistory, setFor } from "../src/records"
import { type Step, type StorageProblem, type Store, storeIn } from "../src/store"
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
  setFor(store, NAME, VERSION, ANSWER)
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
  test(`an answer to another revision or key is told from one to this: ${now.rev} ${now.fingerprint}`, () => {
    const { store } = storeOn(new Memory())
    setFor(store, NAME, VERSION, ANSWER)
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
  setFor(one as Store, NAME, VERSION, ANSWER)
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
  test(`what cannot be an answer is reported, and gives way to the next one: ${written || "(empty)"}`, () => {
    const { store, problems } = storeOn(Memory.of({ [`handbook:/site/:${NAME}`]: written }))
    assert.equal(getFor(store, NAME, VERSION, readAnswer), null)
    assert.deepEqual(problems, ["damaged"])
    setFor(store, NAME, VERSION, ANSWER)
    assert.deepEqual(getFor(store, NAME, VERSION, readAnswer), ANSWER)
  })
}

test("fields of another kind are put right", () => {
  assert.deepEqual(readAnswer({ answer: ["a"], checked: "yes", hints: -1, flag: 1 }), {
    answer: ["a"],
    checked: false,
    hints: 0,
    flag: false,
  })
})

test("an attempt is read with care", () => {
  assert.deepEqual(readAttempt({ seed: "a1" }), { seed: "a1" })
  assert.deepEqual(readAttempt({ seed: "a1", done: "x" }), { seed: "a1" })
  const done = { at: "2026-12-31", got: 1, of: 2, code: "desk-a1-1-abcdef" }
  assert.deepEqual(readAttempt({ seed: "a1", done }), { seed: "a1", done })
  assert.deepEqual(readAttempt({ seed: "a1", done: { ...done, at: "<b>" } }), { seed: "a1" })
  for (const seed of [1, "", "A", "<b>", "a".repeat(99)]) assert.equal(readAttempt({ seed }), null)
})

test("a history is read with care", () => {
  assert.deepEqual(
    readHistory({
      last: 1,
      log: [
        [1, 3],
        [2, 1],
      ],
    }),
    {
      last: 1,
      log: [
        [1, 3],
        [2, 1],
      ],
    },
  )
  for (const log of [
    "",
    {},
    [1],
    [[1]],
    [[1, 4]],
    [[-1, 3]],
    [[1.5, 3]],
    [
      [2, 3],
      [1, 3],
    ],
    [
      [1, 3],
      [1, 3],
    ],
    [[1e9, 3]],
    [["1", 3]],
  ]) {
    assert.equal(readHistory({ last: 1, log }), null)
  }
  for (const last of [-1, 2, Number.NaN, "1", null]) assert.equal(readHistory({ last, log: [] }), null)
})

test("a record of an older version goes through every step since", () => {
  const steps: Step[] = [({ old, ...rest }) => ({ ...rest, answer: old }), (record) => ({ ...record, checked: true })]
  const memory = Memory.of({ [`handbook:/site/:${NAME}`]: '{"v":1,"rev":1,"fp":"0a1b2c3d","old":["a"]}' })
  const { store, problems } = storeOn(memory, steps)
  assert.deepEqual(getFor(store, NAME, VERSION, readAnswer), ANSWER)
  assert.deepEqual(problems, [])
  store.set(NAME, {})
  assert.equal(JSON.parse(memory.getItem(`handbook:/site/:${NAME}`) ?? "").v, 3)
})

test("a full storage is told, and what it held stays", () => {
  const memory = new Memory()
  const { store, problems } = storeOn(memory)
  setFor(store, NAME, VERSION, ANSWER)
  memory.full = true
  setFor(store, NAME, VERSION, { ...ANSWER, answer: ["b"] })
  assert.deepEqual(problems, ["unsaved"])
  assert.deepEqual(getFor(store, NAME, VERSION, readAnswer), ANSWER)
})

test("a forbidden storage is told and nothing fails", () => {
  const problems: StorageProblem[] = []
  const forbidden = (): Storage => {
    throw new Error("SecurityError")
  }
  const store = storeIn(forbidden, "/site/", (problem) => problems.push(problem))
  setFor(store, NAME, VERSION, ANSWER)
  store.remove(NAME)
  assert.equal(getFor(store, NAME, VERSION, readAnswer), null)
  assert.deepEqual(store.names(), [])
  assert.deepEqual(new Set(problems), new Set(["unsaved"]))
})

test("names such as __proto__ are names like others", () => {
  const { store } = storeOn(new Memory())
  const version = { ...VERSION, id: "__proto__" }
  setFor(store, answerName("constructor", version.id), version, ANSWER)
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

test("a changed question has no history", () => {
  const { store } = storeOn(new Memory())
  remember(store, VERSION, 1, 0, new Date())
  assert.equal(historyOf(store, { ...VERSION, rev: 2 }), null)
  remember(store, { ...VERSION, rev: 2 }, 1, 0, new Date())
  assert.equal(historyOf(store, { ...VERSION, rev: 2 })?.log.length, 1)
})
