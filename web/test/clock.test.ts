import assert from "node:assert/strict"
import { test } from "node:test"
import { stage as say } from "../src/messages"
import { clock, STEP } from "../src/stage/clock"

test("a clock runs down by the time that has gone by, however seldom it is looked at", () => {
  const two = clock(120)
  assert.equal(two.left(0), null)
  two.start(1000)
  assert.equal(two.left(1000), 120)
  assert.equal(two.left(61_000), 60)
  assert.equal(two.left(121_000), 0)
  assert.equal(two.left(151_000), -30)
  two.stop()
  assert.equal(two.left(151_000), null)
})

test("a time that is not named has to be set before it can start", () => {
  const unset = clock(0)
  unset.start(0)
  assert.equal(unset.left(0), null)
  unset.change(-STEP)
  assert.equal(unset.seconds, 0)
  unset.change(STEP)
  unset.start(0)
  assert.equal(unset.left(0), STEP)
})

test("it says how long was waited", () => {
  assert.equal(say.over(120), "2 minutes are over. Go back now.")
  assert.equal(say.over(60), "1 minute is over. Go back now.")
  assert.equal(say.over(90), "1:30 is over. Go back now.")
})
