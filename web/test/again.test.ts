import assert from "node:assert/strict"
import { test } from "node:test"
import { Asking } from "../src/search/again"

const answer = (...terms: Record<string, boolean>[]): object => ({
  type: 3,
  data: { items: terms.map((each) => [{ terms: each }]) },
})

function again(asked: string, found: object): unknown {
  const asking = new Asking(() => undefined)
  asking.sees({ type: 2, data: asked })
  return asking.again(found)
}

test("a word that brings nothing is asked again with one letter wrong", () => {
  assert.deepEqual(again("interpeter", answer()), { type: 2, data: "interpeter~" })
})

test("only the word that no result has is asked again", () => {
  const found = answer({ spanish: true, interpeter: false }, { spanish: true, interpeter: false })
  assert.deepEqual(again("Spanish interpeter", found), { type: 2, data: "Spanish interpeter~" })
})

test("a word that some result has stands", () => {
  assert.equal(again("hold angry", answer({ hold: true, angry: false }, { hold: false, angry: true })), null)
})

test("short words, and words with signs of the search, are not asked again", () => {
  assert.equal(again("fax", answer()), null)
  assert.equal(again("holdd~", answer()), null)
  assert.equal(again("+holdd", answer()), null)
})

test("it asks again once", () => {
  const asking = new Asking(() => undefined)
  asking.sees({ type: 2, data: "qqqq" })
  assert.notEqual(asking.again(answer()), null)
  assert.equal(asking.again(answer()), null)
})

test("the answer to an earlier question is not taken for the answer to the newest", () => {
  const told: (readonly string[])[] = []
  const asking = new Asking((similar) => told.push(similar))
  for (const data of ["", "cust", "custmer"]) asking.sees({ type: 2, data })
  assert.equal(asking.again(answer()), null)
  assert.equal(asking.again(answer({ cust: true })), null)
  assert.deepEqual(told, [[], []])
  assert.deepEqual(asking.again(answer()), { type: 2, data: "custmer~" })
})
