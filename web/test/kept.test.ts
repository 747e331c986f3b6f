import assert from "node:assert/strict"
import { test } from "node:test"
import { keepMissed, keepRecent, missed, recent } from "../src/search/kept"
import { storeIn } from "../src/store"
import { Memory } from "./memory"

const storeOf = (held: Storage) =>
  storeIn(
    () => held,
    "/",
    () => undefined,
  )
const choice = (at: string) => ({ text: at, about: "", at })

test("the answers chosen last are kept, the newest first, each once", () => {
  const store = storeOf(new Memory())
  for (const at of ["a", "b", "a", "c", "d", "e"]) keepRecent(store, choice(at))
  assert.deepEqual(
    recent(store).map(({ at }) => at),
    ["e", "d", "c", "a"],
  )
})

test("what was not found is kept until the list is cleared", () => {
  const store = storeOf(new Memory())
  keepMissed(store, ["parking", "ficus", "parking"])
  assert.deepEqual(missed(store), ["parking", "ficus"])
  keepMissed(store, [])
  assert.deepEqual(missed(store), [])
})

test("what is damaged, or where nothing may be kept, counts as nothing", () => {
  const held = new Memory()
  held.setItem("handbook:/:recent", '{"v":1,"chosen":[1,{"text":"a"},{"text":"b","at":"b.html"}]}')
  held.setItem("handbook:/:missed", '{"v":1,"queries":"x"}')
  assert.deepEqual(recent(storeOf(held)), [{ text: "b", about: "", at: "b.html" }])
  assert.deepEqual(missed(storeOf(held)), [])
  const closed = new Memory()
  closed.forbidden = true
  const forbidden = storeOf(closed)
  keepRecent(forbidden, choice("a"))
  assert.deepEqual([recent(forbidden), missed(forbidden), keepMissed(forbidden, ["a"])], [[], [], false])
})
