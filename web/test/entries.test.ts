import assert from "node:assert/strict"
import { test } from "node:test"
import { asFile, fromFile, readEntries } from "../src/worksheet/entries"

const ENTRIES = { book: "Walden", best: [["One", "Two"], ["One"]] }

test("a file of a sheet gives its entries back", () => {
  assert.deepEqual(fromFile("my-sheet", asFile("my-sheet", ENTRIES)), ENTRIES)
})

test("a file of another sheet, or no such file, is refused", () => {
  for (const text of [
    asFile("other", ENTRIES),
    "{",
    "null",
    "[]",
    '{"kind":"handbook-worksheet","sheet":"my-sheet","entries":{"a":1}}',
  ]) {
    assert.equal(fromFile("my-sheet", text), null)
  }
})

test("a record that holds anything else is refused", () => {
  assert.equal(readEntries([]), null)
  assert.equal(readEntries({ a: [1] }), null)
  assert.deepEqual(readEntries({}), {})
})
