import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { type Accepted, fits, isAlmost, sameAnswer } from "../src/accept"

const cases = JSON.parse(readFileSync("../tests/golden/short/cases.json", "utf8")) as {
  accept: Accepted
  fits: string[]
  not: string[]
  near?: { text: string; same: string[]; not: string[] }
  almost?: string[]
  notAlmost?: string[]
}[]

for (const { accept, fits: good, not: bad } of cases) {
  test(`what fits ${JSON.stringify(accept)} is what fits in Python`, () => {
    for (const answer of good) assert.ok(fits(accept, answer), `"${answer}" should fit`)
    for (const answer of bad) assert.ok(!fits(accept, answer), `"${answer}" should not fit`)
  })
}

for (const { accept, near } of cases) {
  if (!near) continue
  test(`what is near ${JSON.stringify(accept)} is compared by the same rule`, () => {
    for (const answer of near.same) assert.ok(sameAnswer(near.text, answer, [accept]), `"${answer}" says the same`)
    for (const answer of near.not)
      assert.ok(!sameAnswer(near.text, answer, [accept]), `"${answer}" says something else`)
  })
}

for (const { accept, fits: good, almost = [], notAlmost = [] } of cases) {
  test(`what is one letter off ${JSON.stringify(accept)} is almost right`, () => {
    for (const answer of almost)
      assert.ok(isAlmost(accept, answer) && !fits(accept, answer), `"${answer}" is almost right`)
    for (const answer of notAlmost)
      assert.ok(!isAlmost(accept, answer) || good.includes(answer), `"${answer}" is not almost right`)
  })
}

test("a pattern that a browser cannot read fits nothing and breaks nothing", () => {
  assert.equal(fits({ regex: "(?P<name>a)" }, "a"), false)
})
