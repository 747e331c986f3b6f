import assert from "node:assert/strict"
import { test } from "node:test"
import { following, missed, scoreChoice, scoreMatch, scoreOrder, scoreScenario, total, totals } from "../src/score"

const near = (actual: number, expected: number): void =>
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`)
const set = (letters: string): Set<string> => new Set(letters)

for (const [chosen, right, perOption, allOrNothing] of [
  ["a", "a", 1, 1],
  ["b", "a", 0, 0],
  ["ab", "ab", 1, 1],
  ["a", "ab", 0.5, 0],
  ["ac", "ab", 0, 0],
  ["abc", "ab", 0.5, 0],
  ["cd", "ab", 0, 0],
  ["abcd", "ab", 0, 0],
  ["abd", "abc", 1 / 3, 0],
  ["", "ab", 0, 0],
] as const) {
  test(`choosing "${chosen}" where "${right}" is right`, () => {
    near(scoreChoice(set(chosen), set(right), "per-option"), perOption)
    near(scoreChoice(set(chosen), set(right), "all-or-nothing"), allOrNothing)
  })
}

for (const [arranged, right, adjacent, exact] of [
  ["abcd", "abcd", 1, 1],
  ["dcba", "abcd", 0, 0],
  ["bcda", "abcd", 2 / 3, 0],
  ["abdc", "abcd", 1 / 3, 0],
  ["agga", "agga", 1, 1],
  ["aggd", "aggd", 1, 1], // two steps that may swap have one name, so either order is this one
  ["gagd", "aggd", 2 / 3, 0],
  ["gbgag", "gagbg", 3 / 4, 0], // all four pairs are there, and still it is not the order
] as const) {
  test(`arranging "${arranged}" where "${right}" is right`, () => {
    near(scoreOrder([...arranged], [...right], "adjacent"), adjacent)
    near(scoreOrder([...arranged], [...right], "exact"), exact)
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
  const right = new Map([
    ["x", "1"],
    ["y", "2"],
    ["z", "2"],
  ])
  near(
    scoreMatch(
      new Map([
        ["x", "1"],
        ["y", "2"],
        ["z", "2"],
      ]),
      right,
    ),
    1,
  )
  near(
    scoreMatch(
      new Map([
        ["x", "1"],
        ["y", "1"],
        ["z", "2"],
      ]),
      right,
    ),
    2 / 3,
  )
  near(scoreMatch(new Map(), right), 0)
})

test("a total weighs shares by points and counts what is checked", () => {
  const results = [
    { points: 1, share: 1 },
    { points: 4, share: 0.5 },
    { points: 2, share: null },
    { points: 1, share: 0 },
  ]
  assert.deepEqual(total(results), { got: 3, of: 8, checked: 3 })
  assert.deepEqual(total([]), { got: 0, of: 0, checked: 0 })
})

test("a story scores the mean of its choices, each measured by the best at its point", () => {
  near(
    scoreScenario([
      { rating: 3, best: 3 },
      { rating: 1, best: 2 },
    ]),
    0.75,
  )
  near(scoreScenario([{ rating: 0, best: 3 }]), 0)
  near(scoreScenario([{ rating: 0, best: 0 }]), 1)
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
      ["a", { got: 1, of: 1, checked: 1 }],
      ["b", { got: 2, of: 3, checked: 2 }],
    ],
  )
})

test("missed is what is checked and not wholly right", () => {
  assert.deepEqual(
    [null, 1, 0.9, 0].map((share) => missed({ points: 1, share })),
    [false, false, true, true],
  )
})
