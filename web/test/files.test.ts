import assert from "node:assert/strict"
import { test } from "node:test"
import { fileAt } from "../src/offline/files"

const SCOPE = "https://library.example/book/"
const FILES = { "index.html": "a", "desk/index.html": "b", "desk/lend.html": "c", "assets/a%20b.js": "d" }

for (const [address, file] of [
  ["", "index.html"],
  ["?from=mail#top", "index.html"],
  ["desk/", "desk/index.html"],
  ["desk", "desk/index.html"],
  ["desk/lend.html#late-books", "desk/lend.html"],
  ["desk/lend.html?h=book", "desk/lend.html"],
  ["desk/lend", "desk/lend.html"],
  ["assets/a%20b.js", "assets/a%20b.js"],
  ["desk/gone.html", null],
  ["toString", null],
] as const) {
  test(`"${address}" is ${file ? `kept as ${file}` : "not kept"}`, () => {
    assert.equal(fileAt(SCOPE + address, SCOPE, FILES), file)
  })
}

test("what lies outside the handbook is not kept", () => {
  assert.equal(fileAt("https://library.example/index.html", SCOPE, FILES), null)
  assert.equal(fileAt("https://other.example/book/index.html", SCOPE, FILES), null)
})
