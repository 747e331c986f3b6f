import assert from "node:assert/strict"
import { test } from "node:test"
import { exportProgress } from "../src/progress/transfer"
import { type StorageProblem, storeIn } from "../src/store"
import { keepOwnWords, LONGEST, ownWords } from "../src/words/personal"
import { Memory } from "./memory"

const SITE = "/site/"
const NAME = `handbook:${SITE}:personal`

function storeOf(memory: Memory, problems: StorageProblem[] = []) {
  return storeIn(
    () => memory,
    SITE,
    (problem) => problems.push(problem),
  )
}

test("what is entered is there when it is read again, without the blanks around it", () => {
  const memory = new Memory()
  assert.equal(keepOwnWords(storeOf(memory), { name: " Maria ", office: "", number: "555-0100" }), true)
  assert.deepEqual(ownWords(storeOf(memory)), { name: "Maria", number: "555-0100" })
})

test("nothing is left in the storage when all is removed", () => {
  const memory = new Memory()
  keepOwnWords(storeOf(memory), { name: "Maria" })
  keepOwnWords(storeOf(memory), {})
  assert.equal(memory.length, 0)
  assert.deepEqual(ownWords(storeOf(memory)), {})
})

test("where the browser keeps nothing, it lasts as long as the page", () => {
  const memory = new Memory()
  memory.forbidden = true
  const problems: StorageProblem[] = []
  assert.equal(keepOwnWords(storeOf(memory, problems), { name: "Maria" }), false)
  assert.deepEqual(ownWords(storeOf(memory, problems)), { name: "Maria" })
  assert.ok(problems.includes("unsaved"))
  memory.forbidden = false
  keepOwnWords(storeOf(memory), {})
})

test("a record that is damaged is told of and set aside when another takes its place", () => {
  const memory = Memory.of({ [NAME]: JSON.stringify({ v: 1, at: 1, words: { name: 7, office: "Desk" } }) })
  const problems: StorageProblem[] = []
  assert.deepEqual(ownWords(storeOf(memory, problems)), { office: "Desk" })
  assert.deepEqual(problems, ["damaged"])
  keepOwnWords(storeOf(memory), { name: "Maria" })
  assert.ok(memory.getItem(`handbook:${SITE}:aside:1:personal`))
})

test("no more is kept than a line can take", () => {
  const memory = new Memory()
  keepOwnWords(storeOf(memory), { name: "a".repeat(LONGEST + 1) })
  assert.equal(ownWords(storeOf(memory)).name?.length, LONGEST)
})

test("it does not go into the file that someone saves of their progress", () => {
  const memory = new Memory()
  keepOwnWords(storeOf(memory), { name: "Maria" })
  assert.doesNotMatch(exportProgress(storeOf(memory)), /Maria/)
})
