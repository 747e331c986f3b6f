import assert from "node:assert/strict"
import { test } from "node:test"
import { cleaned, cleanedYaml } from "../src/workshop/paste"

test("what a word processor puts in comes in as someone would type it", () => {
  assert.equal(cleaned("•\tOne\r\n•\tTwo\u00a0here\u200b  \r\n\u00b7 Three"), "- One\n- Two here\n- Three")
  assert.equal(cleaned("\tDeeper"), "  Deeper")
})

test("quotes in a sentence stay, and quotes around a whole value go", () => {
  assert.equal(cleanedYaml("  say: “May I?”\n  do: Say “yes” first"), "  say: May I?\n  do: Say “yes” first")
  assert.equal(cleaned("“May I?”"), "“May I?”")
})
