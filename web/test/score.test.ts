import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { following, missed, scoreChoice, scoreMatch, scoreOrder, scoreScenario, total, totals } from "../src/score"

const near = (actual: number, expected: number): void =>
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`)
const set = (letters: string): Set<string> => new Set(letters)

interface Cases {
  choose: { answer: string; right: string; perOption: number; allOrNothing: number }[]
  arrange: { answer: string; right: string; adjacent: number; exact: number }[]
  match: { answer: Record<string, string>; right: Record<string, string>; share: number }[]
  story: { way: [number, number][]; share: number }[]
}

// Python marks what comes back on paper by the same cases.
const cases = JSON.parse(readFileSync("../tests/golden/scoring/cases.json", "utf8")) as Cases

for (const { answer, right, perOption, allOrNothing } of cases.choose) {
  test(`choosing "${answer}" where "${right}" is right`, () => {
    near(scoreChoice(set(answer), set(right), "per-option"), perOption)
    near(scoreChoice(set(answer), set(right), "all-or-nothing"), allOrNothing)
  })
}

// Two steps that may swap have one name, so either order is right.
for (const { answer, right, adjacent, exact } of cases.arrange) {
  test(`arranging "${answer}" where "${right}" is right`, () => {
    near(scoreOrder([...answer], [...right], "adjacent"), adjacent)
    near(scoreOrder([...answer], [...right], "exact"), exact)
  })
}

test("a step follows the right one as often as that is so in the right order", () => {
  assert.deepEqual(following([..."bcda"], [..."abcd"]), [false, true, true, false])
  assert.deepEqual(following([..."aggd"], [..."aggd"]), [false, true, true, true])
  assert.deepEqual(following([..."ggga"], [..."agdg"]), [false, false, false, false])
  assert.deepEqual(following([..."ggga"], [..."gagg"]), [false, true, false, true])
})

test("names of steps cannot run into each other", () => {
  near(scoreOrder(["a", "b,c", "d"], ["a,b", "c", "d"], "adjacent"), 0)
})

test("matching scores the share of right pairs", () => {
  for (const { answer, right, share } of cases.match)
    near(scoreMatch(new Map(Object.entries(answer)), new Map(Object.entries(right))), share)
})

test("a total weighs shares by points and counts what is checked", () => {
  const results = [
    { points: 1, share: 1 },
    { points: 4, share: 0.5 },
    { points: 2, share: null },
    { points: 1, share: 0 },
  ]
  assert.deepEqual(total(results), { got: 3, of: 8, checked: 3, right: 1 })
  assert.deepEqual(total([]), { got: 0, of: 0, checked: 0, right: 0 })
})

test("a story scores the mean of its choices, each measured by the best at its point", () => {
  for (const { way, share } of cases.story) near(scoreScenario(way.map(([rating, best]) => ({ rating, best }))), share)
})

test("totals by topic count a question for each of its topics", () => {
  const results = [
    { points: 1, share: 1, topics: ["a", "b"] },
    { points: 2, share: 0.5, topics: ["b"] },
    { points: 1, share: 0, topics: [] },
  ]
  assert.deepEqual(
    [...totals(results)],
    [
      ["a", { got: 1, of: 1, checked: 1, right: 1 }],
      ["b", { got: 2, of: 3, checked: 2, right: 1 }],
    ],
  )
})

test("missed is what is checked and not wholly right", () => {
  assert.deepEqual(
    [null, 1, 0.9, 0].map((share) => missed({ points: 1, share })),
    [false, false, true, true],
  )
})
