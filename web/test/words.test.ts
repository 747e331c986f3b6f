import assert from "node:assert/strict"
import { test } from "node:test"
import { distance, stem, weight, words } from "../src/search/words"

const stems = (text: string): string => words(text).map(stem).join(" ")

for (const [typed, other] of [
  ["customer’s", "customer's"],
  ["customers", "customer's"],
  ["don't", "don’t"],
  ["dont", "don’t"],
  ["he'll call", "he call"],
  ["café", "cafe\u0301"],
  ["CAFÉ", "cafe"],
  ["A.D.A.", "ADA"],
  ["9-1-1", "911"],
  ["t t y", "TTY"],
  ["complaints", "complaint"],
  ["policies", "policy"],
  ["churches", "church"],
  ["stopping", "stopped"],
  ["taking", "take"],
  ["hired", "hire"],
  ["transferring", "transfer"],
  ["slowly", "slow"],
  ["cooperation", "cooperate"],
  ["children threw", "child throw"],
  ["talking to fast", "talk too fast"],
  ["lost there papers", "lost their papers"],
  ["5 steps", "five steps"],
  ["ppl w/o papers", "people without papers"],
  ["abt a msg b/c shes out", "about a message because shes out"],
  ["he was cc'd", "he was cced"],
  ["cannot wait", "can't wait"],
  ["it will not print", "it wont print"],
  ["they do not know", "they don’t know"],
  ["he hurt himself", "they hurt themselves"],
  ["it went off", "it goes off"],
  ["need info in 5 mins", "need information in 5 minutes"],
] as const) {
  test(`“${typed}” is the same as “${other}”`, () => assert.equal(stems(typed), stems(other)))
}

test("an a beside a single letter or digit is a word of its own", () => {
  assert.deepEqual(words("im w a customer"), ["im", "with", "a", "customer"])
  assert.deepEqual(words("4 a minute"), ["4", "a", "minute"])
})

for (const [word, other] of [
  ["mad", "made"],
  ["care", "car"],
  ["news", "new"],
  ["988", "98"],
  ["speed", "spe"],
] as const) {
  test(`“${word}” is another word than “${other}”`, () => assert.notEqual(stem(word), stem(other)))
}

test("what a question is made of matters least, and what every query is about matters little", () => {
  assert.deepEqual(["how", "customer", "hold", "988"].map(weight), [0, 1, 2, 2])
})

test("a distance counts letters that are wrong, missing, too many or swapped, and no further than asked", () => {
  const pairs = ["hold hold", "hold hodl", "hold hod", "hold holde", "hold bold", "hold cold call", "seizure siezure"]
  const distances = pairs.map((pair) => {
    const [one = "", ...rest] = pair.split(" ")
    return distance(one, rest.join(" "), 2)
  })
  assert.deepEqual(distances, [0, 1, 1, 1, 1, 3, 1])
  assert.equal(distance("abcdef", "uvwxyz", 2), 3)
})

test("“ID” and “ill” are looked for, though “I'd” and “I'll” are not", () => {
  assert.deepEqual(["id", "ill", "im", "the"].map(weight), [2, 2, 0, 0])
})
