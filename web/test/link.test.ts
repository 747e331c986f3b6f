import assert from "node:assert/strict"
import { test } from "node:test"
import { addressOf, type LinkedTest, readTest } from "../src/workshop/link"

const LINKED: LinkedTest = {
  test: { quiz: "", draft: { title: "Año nuevo – test", rows: [], exclude: [], minutes: 0 }, seed: "may", forms: 2 },
  code: "my-test-may-2-abc123",
}

test("a test in an address is read again as it was", () => {
  Object.assign(globalThis, { location: { href: "https://example.org/make.html#before" } })
  const address = addressOf(LINKED)
  assert.match(address, /^https:\/\/example\.org\/make\.html#test=[\w-]+$/)
  assert.deepEqual(readTest(new URL(address).hash), LINKED)
})

test("an address that was cut, or is of something else, is no test", () => {
  assert.equal(readTest(""), null)
  assert.equal(readTest("#test=eyJ0ZXN0"), null)
  assert.equal(readTest("#section"), null)
})
