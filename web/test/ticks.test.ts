import assert from "node:assert/strict"
import { test } from "node:test"
import { ticksIn } from "../src/checklist/ticks"
import { sitePath } from "../src/site"

const NAME = "handbook:/site/:checklist:before-a-call"

class Memory implements Storage {
  readonly saved = new Map<string, string>()
  full = false
  get length(): number {
    return this.saved.size
  }
  key = (at: number): string | null => [...this.saved.keys()][at] ?? null
  getItem = (name: string): string | null => this.saved.get(name) ?? null
  setItem(name: string, value: string): void {
    if (this.full) throw new Error("QuotaExceededError")
    this.saved.set(name, value)
  }
  removeItem = (name: string): void => void this.saved.delete(name)
  clear = (): void => this.saved.clear()
}

test("a tick is there when it is read again, and gone when it is taken away", () => {
  const memory = new Memory()
  const ticks = ticksIn(() => memory, NAME)
  assert.equal(ticks.set("pen", true), null)
  assert.equal(ticks.set("paper", true), null)
  assert.equal(ticks.set("pen", false), null)
  assert.deepEqual(ticksIn(() => memory, NAME).read(), { keys: new Set(["paper"]), problem: null })
})

test("nothing is left in the storage when nothing is ticked", () => {
  const memory = new Memory()
  const ticks = ticksIn(() => memory, NAME)
  ticks.set("pen", true)
  ticks.set("pen", false)
  assert.equal(memory.length, 0)
})

test("two tabs keep each other's ticks", () => {
  const memory = new Memory()
  const [one, other] = [ticksIn(() => memory, NAME), ticksIn(() => memory, NAME)]
  one.read()
  other.read()
  one.set("pen", true)
  other.set("paper", true)
  assert.deepEqual(one.read().keys, new Set(["pen", "paper"]))
})

test("a tick of an entry that is gone from the page is kept", () => {
  const memory = new Memory()
  ticksIn(() => memory, NAME).replace(["gone"])
  ticksIn(() => memory, NAME).set("pen", true)
  assert.deepEqual(ticksIn(() => memory, NAME).read().keys, new Set(["gone", "pen"]))
})

test("ticks of two lists do not mix", () => {
  const memory = new Memory()
  ticksIn(() => memory, NAME).set("pen", true)
  assert.equal(ticksIn(() => memory, `${NAME}-two`).read().keys.size, 0)
})

for (const damaged of ["", "{", "null", "7", '{"a":1}', "[1]", '["a",null]', '"a"']) {
  test(`what cannot be ticks is told and read as none: ${damaged || "(empty)"}`, () => {
    const memory = new Memory()
    memory.setItem(NAME, damaged)
    const ticks = ticksIn(() => memory, NAME)
    assert.deepEqual(ticks.read(), { keys: new Set(), problem: "damaged" })
    assert.equal(ticks.set("pen", true), null)
    assert.deepEqual(ticks.read(), { keys: new Set(["pen"]), problem: null })
  })
}

test("a full storage is told, and what it held stays", () => {
  const memory = new Memory()
  const ticks = ticksIn(() => memory, NAME)
  ticks.set("pen", true)
  memory.full = true
  assert.equal(ticks.set("paper", true), "unsaved")
  assert.deepEqual(ticks.read().keys, new Set(["pen"]))
})

test("a forbidden storage is told", () => {
  const ticks = ticksIn(() => {
    throw new Error("SecurityError")
  }, NAME)
  assert.deepEqual(ticks.read(), { keys: new Set(), problem: "unsaved" })
  assert.equal(ticks.set("pen", true), "unsaved")
  assert.equal(ticks.replace([]), "unsaved")
})

test("a handbook is known by the folder it stands in, on a host and on a disk", () => {
  assert.equal(sitePath("https://county.example/hr/handbook/assets/javascripts/checklist.js"), "/hr/handbook/")
  assert.equal(sitePath("file:///C:/Users/Ivy/site/assets/javascripts/checklist.js"), "/C:/Users/Ivy/site/")
})
