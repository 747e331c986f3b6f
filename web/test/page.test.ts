import assert from "node:assert/strict"
import { test } from "node:test"
import { data, readItem, readQuiz } from "../src/page"

const WRITTEN = {
  item: "q-one",
  type: "single",
  rev: "2",
  fingerprint: "0a1b2c",
  points: "3",
  topics: "The desk\nLoan",
}

test("a question is read with its version, its points and its topics", () => {
  assert.deepEqual(readItem({ dataset: { ...WRITTEN, section: "The desk" } }), {
    version: { id: "q-one", rev: 2, fingerprint: "0a1b2c" },
    type: "single",
    points: 3,
    topics: ["The desk", "Loan"],
    section: "The desk",
  })
})

test("a question may have no topics, no section, and no points", () => {
  const { topics: _, ...bare } = WRITTEN
  const item = readItem({ dataset: { ...bare, points: "0" } })
  assert.deepEqual([item?.topics, item?.section, item?.points], [[], "", 0])
})

for (const [name, value] of [
  ["item", ""],
  ["item", undefined],
  ["fingerprint", undefined],
  ["rev", undefined],
  ["rev", "0"],
  ["rev", "new"],
  ["points", undefined],
  ["points", "many"],
  ["points", "-1"],
] as const) {
  test(`a question is passed over when its ${name} is ${value}`, () => {
    assert.equal(readItem({ dataset: { ...WRITTEN, [name]: value } }), null)
  })
}

test("a quiz is a test only when the page says so, and without a name it keeps nothing", () => {
  const written = { quiz: "a-quiz", mode: "test", form: "all", content: "0a1b2c", edition: "2026-01-02" }
  const { mode: _, quiz: name, ...rest } = written
  assert.deepEqual(readQuiz({ dataset: written }), { ...rest, name, test: true })
  assert.deepEqual(readQuiz({ dataset: {} }), { name: "", test: false, form: "", content: "", edition: "" })
})

test("an attribute or an element that is not there reads as nothing", () => {
  assert.equal(data({ dataset: {} }, "option"), "")
  assert.equal(data(null, "option"), "")
  assert.equal(data({ dataset: { checkBy: "2026-07-02" } }, "checkBy"), "2026-07-02")
})
