import assert from "node:assert/strict"
import { test } from "node:test"
import { ticksIn } from "../src/checklist/ticks"
import { sitePath } from "../src/site"
import { Memory } from "./memory"

const [SITE, LIST] = ["/site/", "before-a-call"]
const NAME = `handbook:${SITE}:checklist:${LIST}`

test("a tick is there when it is read again, and gone when it is taken away", () => {
  const memory = new Memory()
  const ticks = ticksIn(() => memory, SITE, LIST)
  assert.equal(ticks.set("pen", true), null)
  assert.equal(ticks.set("paper", true), null)
  assert.equal(ticks.set("pen", false), null)
  assert.deepEqual(ticksIn(() => memory, SITE, LIST).read(), { keys: new Set(["paper"]), problem: null })
})

test("nothing is left in the storage when nothing is ticked", () => {
  const memory = new Memory()
  const ticks = ticksIn(() => memory, SITE, LIST)
  ticks.set("pen", true)
  ticks.set("pen", false)
  assert.equal(memory.length, 0)
})

test("two tabs keep each other's ticks", () => {
  const memory = new Memory()
  const [one, other] = [ticksIn(() => memory, SITE, LIST), ticksIn(() => memory, SITE, LIST)]
  one.read()
  other.read()
  one.set("pen", true)
  other.set("paper", true)
  assert.deepEqual(one.read().keys, new Set(["pen", "paper"]))
})

test("a tick of an entry that is gone from the page is kept", () => {
  const memory = new Memory()
  ticksIn(() => memory, SITE, LIST).replace(["gone"])
  ticksIn(() => memory, SITE, LIST).set("pen", true)
  assert.deepEqual(ticksIn(() => memory, SITE, LIST).read().keys, new Set(["gone", "pen"]))
})

test("ticks of two lists do not mix", () => {
  const memory = new Memory()
  ticksIn(() => memory, SITE, LIST).set("pen", true)
  assert.equal(ticksIn(() => memory, SITE, "another").read().keys.size, 0)
})

for (const damaged of ["", "{", "null", "7", '{"a":1}', "[1]", '["a",null]', '"a"']) {
  test(`what cannot be ticks is reported, costs no other tick and is set aside: ${damaged || "(empty)"}`, () => {
    const memory = Memory.of({ [NAME]: damaged })
    const ticks = ticksIn(() => memory, SITE, LIST)
    const rest = damaged.startsWith('["a"') ? ["a"] : []
    assert.deepEqual(ticks.read(), { keys: new Set(rest), problem: "damaged" })
    assert.equal(ticks.set("pen", true), null)
    assert.deepEqual(ticks.read(), { keys: new Set([...rest, "pen"]), problem: null })
    assert.equal(memory.getItem(`handbook:${SITE}:aside:1:checklist:${LIST}`), damaged)
  })
}

test("damaged ticks that cannot be set aside stay, and that is reported", () => {
  const memory = Memory.of({ [NAME]: "{" })
  const ticks = ticksIn(() => memory, SITE, LIST)
  memory.full = true
  assert.equal(ticks.set("pen", true), "unsaved")
  assert.equal(ticks.replace([]), "unsaved")
  assert.equal(memory.getItem(NAME), "{")
})

test("a full storage is reported, and what it held stays", () => {
  const memory = new Memory()
  const ticks = ticksIn(() => memory, SITE, LIST)
  ticks.set("pen", true)
  memory.full = true
  assert.equal(ticks.set("paper", true), "unsaved")
  assert.deepEqual(ticks.read().keys, new Set(["pen"]))
})

test("a forbidden storage is reported", () => {
  const ticks = ticksIn(
    () => {
      throw new Error("SecurityError")
    },
    SITE,
    LIST,
  )
  assert.deepEqual(ticks.read(), { keys: new Set(), problem: "unsaved" })
  assert.equal(ticks.set("pen", true), "unsaved")
  assert.equal(ticks.replace([]), "unsaved")
})

test("a handbook is known by the folder it stands in, on a host and on a disk", () => {
  assert.equal(sitePath("https://county.example/hr/handbook/assets/javascripts/checklist.js"), "/hr/handbook/")
  assert.equal(sitePath("file:///C:/Users/Ivy/site/assets/javascripts/checklist.js"), "/C:/Users/Ivy/site/")
})
