import assert from "node:assert/strict"
import { test } from "node:test"
import { asFile, fromFile, opened, readEntries } from "../src/worksheet/entries"

const ENTRIES = { book: "Walden", best: [["One", "Two"], ["One"]] }

/** What can be read, and how many entries cannot. */
function reading<Kind>(read: (flaw: () => void) => Kind): [Kind, number] {
  let flaws = 0
  const kind = read(() => {
    flaws += 1
  })
  return [kind, flaws]
}

test("a file of a sheet gives its entries back", () => {
  assert.deepEqual(
    reading((flaw) => fromFile("my-sheet", asFile("my-sheet", ENTRIES), flaw)),
    [ENTRIES, 0],
  )
})

test("a file of another sheet, or no such file, is refused", () => {
  const noEntries = '{"kind":"handbook-worksheet","sheet":"my-sheet","entries":[]}'
  for (const text of [asFile("other", ENTRIES), "{", "null", "[]", noEntries])
    assert.deepEqual(
      reading((flaw) => fromFile("my-sheet", text, flaw)),
      [null, 0],
    )
})

test("a damaged entry costs that entry alone", () => {
  const record = { ...ENTRIES, a: 1, b: [1], c: null, d: [["x"], "y"] }
  assert.deepEqual(
    reading((flaw) => readEntries(record, flaw)),
    [ENTRIES, 4],
  )
  assert.deepEqual(
    reading((flaw) => readEntries([], flaw)),
    [null, 0],
  )
})

test("opening a file replaces nothing that it does not have, and counts what it does", () => {
  const here = { book: "Emma", page: "7", best: [["One"]], gone: "x" }
  const { entries, ...counts } = opened(here, { book: "Walden", page: "7", place: "Desk" }, 2)
  assert.deepEqual(entries, { book: "Walden", page: "7", best: [["One"]], gone: "x", place: "Desk" })
  assert.deepEqual(counts, { fresh: 2, replaced: 1, same: 1, damaged: 2, other: 2 })
})
