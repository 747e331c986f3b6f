import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { type Accepted, fits } from "../src/accept"

const cases = JSON.parse(readFileSync("../tests/golden/short/cases.json", "utf8")) as {
  accept: Accepted
  fits: string[]
  not: string[]
}[]

for (const { accept, fits: good, not: bad } of cases) {
  test(`what fits ${JSON.stringify(accept)} is what fits in Python`, () => {
    for (const answer of good) assert.ok(fits(accept, answer), `"${answer}" should fit`)
    for (const answer of bad) assert.ok(!fits(accept, answer), `"${answer}" should not fit`)
  })
}

test("a pattern that a browser cannot read fits nothing and breaks nothing", () => {
  assert.equal(fits({ regex: "(?P<name>a)" }, "a"), false)
})
