import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { formCode, newSeed, readFormCode } from "../src/formcode"
import { fnv1a, randomOf } from "../src/random"

interface Vector {
  seed: string
  hash: number
  next: number[]
  below: { limit: number; numbers: number[] }[]
  shuffled: { count: number; order: number[] }[]
}

const vectors = JSON.parse(readFileSync("../tests/golden/random/vectors.json", "utf8")) as Vector[]

for (const { seed, hash, next, below, shuffled } of vectors) {
  test(`the numbers of "${seed}" are those that Python draws`, () => {
    assert.equal(fnv1a(seed), hash)
    const random = randomOf(seed)
    assert.deepEqual(
      next.map(() => random.next()),
      next,
    )
    for (const { limit, numbers } of below.filter(({ limit }) => limit < 2 ** 21)) {
      const fresh = randomOf(seed)
      assert.deepEqual(
        numbers.map(() => fresh.below(limit)),
        numbers,
      )
    }
    for (const { count, order } of shuffled) assert.deepEqual(randomOf(seed).shuffled([...Array(count).keys()]), order)
  })
}

test("a form code reads back as it was written, whatever dashes and digits are in it", () => {
  for (const quiz of ["desk", "desk-2", "desk-1-abcdef"]) {
    for (const seed of ["k3j2x1", "may-2026", "1"]) {
      const code = { quiz, seed, form: 12, content: "0a1b2c" }
      assert.deepEqual(readFormCode(` ${formCode(code).toUpperCase()} `, quiz), code)
    }
  }
})

for (const typed of [
  "",
  "desk",
  "desk-a-1-abcde",
  "desk-a-x-abcdef",
  "desk--1-abcdef",
  "desk-a-1-abcdeg",
  "other-a-1-abcdef",
  "desk-<b>-1-abcdef",
]) {
  test(`this is no form code of the quiz: "${typed}"`, () => assert.equal(readFormCode(typed, "desk"), null))
}

test("seeds that nobody chose are lower-case letters and digits, and differ", () => {
  const seeds = Array.from({ length: 50 }, newSeed)
  for (const seed of seeds) assert.match(seed, /^[a-z0-9]{6}$/)
  assert.equal(new Set(seeds).size, 50)
})
