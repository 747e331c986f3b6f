import assert from "node:assert/strict"
import { test } from "node:test"
import { goOn, type Rounds, readRounds, tick } from "../src/worksheet/rounds"

const SIZES = [3, 2, 1]
const OPTIONS = ["a", "b", "c", "d"]
const empty: Rounds = { choices: [[], [], []], at: 0 }

const ticked = (rounds: Rounds, ...options: string[]): Rounds =>
  options.reduce((now, option) => tick(now, SIZES, option), rounds)

test("no more options are ticked than a round keeps", () => {
  const full = ticked(empty, "a", "b", "c")
  assert.equal(tick(full, SIZES, "d"), full)
  assert.deepEqual(full.choices[0], ["a", "b", "c"])
})

test("the next round opens when this one is full", () => {
  assert.equal(goOn(ticked(empty, "a"), SIZES, 1).at, 0)
  assert.equal(goOn(ticked(empty, "a", "b", "c"), SIZES, 1).at, 1)
  assert.equal(goOn(empty, SIZES, -1).at, 0)
})

test("what is unticked in an earlier round leaves the later ones", () => {
  const later = ticked(goOn(ticked(empty, "a", "b", "c"), SIZES, 1), "a", "b")
  const back = tick(goOn(later, SIZES, -1), SIZES, "a")
  assert.deepEqual(back.choices, [["b", "c"], ["b"], []])
})

test("what was saved is kept as far as it fits the list of today", () => {
  assert.deepEqual(readRounds([["a", "gone", "b", "c", "d"], ["c", "d"], ["a"]], SIZES, OPTIONS), {
    choices: [["a", "b", "c"], ["c"], []],
    at: 1,
  })
  assert.deepEqual(readRounds([], SIZES, OPTIONS), empty)
  assert.equal(readRounds([["a", "b", "c"], ["a", "b"], ["b"]], SIZES, OPTIONS).at, 2)
})
