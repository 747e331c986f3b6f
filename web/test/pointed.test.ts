import assert from "node:assert/strict"
import { test } from "node:test"
import { lineOf, lineOfId } from "../src/workshop/pointed"

const PAGE = `# Hold
\`\`\` procedure
id: phone-hold
steps:
  - do: Ask the caller if you may put them on hold.
    say: May I put you on hold for {{ phone.limit }}?
  - do: Wait for the answer.`

test("words of a preview lead to the line that they were made of, a value in place of its name", () => {
  assert.equal(lineOf(PAGE, "Wait for the answer."), 7)
  assert.equal(lineOf(PAGE, "“May I put you on hold for two minutes?”"), 6)
})

test("words that no line has lead nowhere", () => {
  assert.equal(lineOf(PAGE, "County to fill in"), null)
  assert.equal(lineOf(PAGE, ""), null)
})

test("a box is found by its id, and the search can begin there", () => {
  assert.equal(lineOfId(PAGE, "phone-hold"), 3)
  assert.equal(lineOfId(PAGE, "nowhere"), 1)
  assert.equal(lineOf(PAGE, "hold", 2), 3)
})
