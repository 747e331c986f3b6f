import assert from "node:assert/strict"
import { test } from "node:test"
import { boxesOn, moveBox, putBoxes, withBox } from "../src/sheet/boxes"
import { type StorageProblem, storeIn } from "../src/store"
import { Memory } from "./memory"

function storeOf(memory: Memory, problems: StorageProblem[] = []) {
  return storeIn(
    () => memory,
    "/site/",
    (problem) => problems.push(problem),
  )
}

test("boxes keep their order, and an empty sheet leaves nothing in the storage", () => {
  const memory = new Memory()
  putBoxes(storeOf(memory), ["two", "one"])
  assert.deepEqual(boxesOn(storeOf(memory)), ["two", "one"])
  putBoxes(storeOf(memory), [])
  assert.equal(memory.length, 0)
})

test("a box is added at the end once, and removed", () => {
  assert.deepEqual(withBox(["one"], "two", true), ["one", "two"])
  assert.deepEqual(withBox(["one", "two"], "two", true), ["one", "two"])
  assert.deepEqual(withBox(["one", "two"], "one", false), ["two"])
})

test("a box moves by one place, and stays at either end", () => {
  const boxes = ["one", "two", "three"]
  assert.deepEqual(moveBox(boxes, "three", -1), ["one", "three", "two"])
  assert.deepEqual(moveBox(boxes, "one", 1), ["two", "one", "three"])
  assert.deepEqual(moveBox(boxes, "one", -1), boxes)
  assert.deepEqual(moveBox(boxes, "three", 1), boxes)
  assert.deepEqual(moveBox(boxes, "gone", 1), boxes)
})

test("what is no id is left out and told of", () => {
  const record = JSON.stringify({ v: 1, at: 1, boxes: ["one", 7, "one"] })
  const problems: StorageProblem[] = []
  assert.deepEqual(boxesOn(storeOf(Memory.of({ "handbook:/site/:sheet": record }), problems)), ["one"])
  assert.deepEqual(problems, ["damaged"])
})
