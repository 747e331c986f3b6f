// What a SCORM package keeps and sends: suspend_data, the values of interactions, the way to the platform.
import assert from "node:assert/strict"
import { test } from "node:test"
import type { RecordedItem } from "../src/scorm/attempt"
import { type Api, findApi } from "../src/scorm/find"
import { type InteractionRecord, response, result, timeOfDay, timespan } from "../src/scorm/interaction"
import { connect } from "../src/scorm/platform"
import { reporter } from "../src/scorm/report"
import { type AttemptState, BLANK, type ItemState, pack, unpack } from "../src/scorm/suspend"

const CHOICE: InteractionRecord = {
  id: "a-choice",
  kind: "choice",
  names: ["one", "two", "three"],
  right: [["one", "three"]],
}
const MATCH: InteractionRecord = {
  id: "a-match",
  kind: "matching",
  names: ["x", "y"],
  targets: ["p", "q", "r"],
  right: [["x", "p", "y", "r"]],
}
const ORDER: InteractionRecord = {
  id: "an-order",
  kind: "sequencing",
  names: ["a", "b", "c"],
  right: [
    ["a", "b", "c"],
    ["b", "a", "c"],
  ],
}
const TRUE: InteractionRecord = { id: "a-truth", kind: "true-false", names: ["true", "false"], right: [["true"]] }
const STORY: InteractionRecord = {
  id: "a-story",
  kind: "performance",
  names: ["go", "stay", "ask"],
  right: [["ask", "go"]],
}
const TYPED: InteractionRecord = { id: "a-word", kind: "fill-in", right: [["five"], ["5"]], line: 12 }
const ALL = [CHOICE, MATCH, ORDER, TRUE, STORY, TYPED]

function state(answer: readonly string[], more: Partial<ItemState> = {}): ItemState {
  return { ...BLANK, answer, ...more }
}

function again(records: readonly InteractionRecord[], attempt: AttemptState): AttemptState | "changed" | null {
  return unpack(pack("abcdef", records, attempt), "abcdef", records)
}

test("an attempt comes back as it was kept, whatever was done to each question", () => {
  const attempt = {
    seed: "x1y2z3",
    items: [
      state(["three", "one"], { checked: true, first: 1 / 3 }),
      state(["y", "p"], { flag: true }),
      state(["c", "a", "b"], { checked: true, first: 0, hints: 2 }),
      state([], { first: 1 }),
      BLANK,
      state(["5.é"], { checked: true, first: 0.5 }),
    ],
  }
  assert.deepEqual(again(ALL, attempt), attempt)
})

test("every share that questions of this size can have comes back exactly", () => {
  for (let of = 1; of <= 12; of += 1) {
    for (let got = 0; got <= of; got += 1) {
      const back = again([TRUE], { seed: "s", items: [state([], { checked: true, first: got / of })] })
      assert.equal((back as AttemptState).items[0]?.first, got / of)
    }
  }
})

test("what is kept is ASCII, short, and of an untouched question one dot at most", () => {
  const packed = pack("abcdef", ALL, {
    seed: "x1y2z3",
    items: [state(["two"]), BLANK, BLANK, BLANK, BLANK, state(["naïve “5”"])],
  })
  assert.equal(packed, "1.abcdef.x1y2z3.Ab.....Ana%C3%AFve")
  assert.match(packed, /^[\x20-\x7e]*$/)
  assert.equal(pack("abcdef", ALL, { seed: "s", items: [] }), "1.abcdef.s")
})

test("a typed answer without room is cut between characters, and half of one is left out", () => {
  const word = (text: string): string =>
    pack("abcdef", [TYPED], { seed: "s", items: [state([text])] }).slice("1.abcdef.s.A".length)
  assert.equal(word("a".repeat(300)), "a".repeat(12))
  assert.equal(word("ééééé"), "%C3%A9%C3%A9")
  assert.equal(word("a\ud83db"), "ab")
})

test("what was kept of other questions, or is damaged, is not taken for an answer", () => {
  assert.equal(unpack("", "abcdef", ALL), null)
  assert.equal(unpack("1.fedcba.s.Ab", "abcdef", ALL), "changed")
  assert.equal(unpack("2.abcdef.s.Ab", "abcdef", ALL), "changed")
  assert.equal(unpack('{"somebody":"else"}', "abcdef", ALL), "changed")
  assert.deepEqual(unpack("1.abcdef.s.!b.Azz", "abcdef", [CHOICE, MATCH]), { seed: "s", items: [BLANK, BLANK] })
  assert.deepEqual(unpack("1.abcdef.s.A%E0%A4", "abcdef", [TYPED]), { seed: "s", items: [BLANK] })
})

test("answers are written as SCORM 1.2 has them for each type of interaction", () => {
  assert.equal(response(CHOICE, ["three", "one"]), "a,c")
  assert.equal(response(CHOICE, []), "")
  assert.equal(response(MATCH, ["y", "r", "x", "p"]), "a.a,b.c")
  assert.equal(response(ORDER, ["c", "a", "b"]), "c,a,b")
  assert.equal(response(TRUE, ["false"]), "f")
  assert.equal(response(STORY, ["ask", "go"]), "c,a")
  assert.equal(response(TYPED, [" two \n words "]), "two words")
  assert.equal(response(TYPED, ["w".repeat(300)]).length, 255)
})

test("results and times are written as SCORM 1.2 has them", () => {
  assert.deepEqual([1, 0, 0.5, 1 / 3].map(result), ["correct", "wrong", "0.5", "0.3333"])
  assert.deepEqual([0, 61_900, 3_600_000 * 100, -5].map(timespan), [
    "0000:00:00",
    "0000:01:01",
    "0100:00:00",
    "0000:00:00",
  ])
  assert.equal(timeOfDay(new Date(2026, 0, 5, 7, 8, 9)), "07:08:09")
})

interface Windows {
  parent?: unknown
  opener?: unknown
  API?: unknown
}

function frame(windows: Windows): Window {
  const window = { opener: null, ...windows } as { parent?: unknown }
  window.parent ??= window
  return window as unknown as Window
}

/** A window of another host: it names its parent, and lets nothing else be read. */
function foreign(parent: unknown): unknown {
  const refuse = (): never => {
    throw new Error("SecurityError")
  }
  return Object.defineProperty({ parent, opener: null }, "API", { get: refuse })
}

test("the API is found in any window around, in the opener's too, past windows of other hosts", () => {
  const API = { LMSInitialize: () => "true" }
  const top = frame({ API })
  assert.equal(findApi(frame({ parent: frame({ parent: top }) })), API)
  assert.equal(findApi(frame({ parent: foreign(top) })), API)
  assert.equal(findApi(frame({ parent: frame({ opener: frame({ parent: top }) }) })), API)
})

test("where there is no API the search ends: in a circle of windows, before a stranger, at an element of that name", () => {
  const circle: Windows = {}
  circle.parent = { parent: circle, opener: circle }
  assert.equal(findApi(circle as unknown as Window), null)
  assert.equal(findApi(frame({ opener: foreign(null), API: { tagName: "DIV" } })), null)
})

/** An API that lists the values it is sent. `answer` gives what it answers to each, by its name. */
function listening(
  answer: (name: string) => unknown,
  held: { readonly [name: string]: string } = { known: "as before" },
): { api: Api; sent: string[] } {
  const sent: string[] = []
  const api: Api = {
    LMSInitialize: () => "true",
    LMSFinish: () => sent.push("finish"),
    LMSGetValue: (name) => held[name] ?? "",
    LMSSetValue(name, value) {
      sent.push(`${name}=${value}`)
      return answer(name)
    },
    LMSCommit: answer,
  }
  return { api, sent }
}

test("only what changed is sent, and what the platform holds already is not", () => {
  const { api, sent } = listening(() => "true")
  const platform = connect(api)
  platform.get("known")
  for (const value of ["as before", "new", "new", "newer", "new"]) platform.set("known", value)
  assert.ok(platform.commit())
  assert.deepEqual(sent, ["known=new", "known=newer", "known=new"])
})

test("what a platform refuses is told, and sent again", () => {
  let answer: unknown = "false"
  const { api, sent } = listening(() => answer)
  const platform = connect(api)
  platform.set("a", "1")
  assert.equal(platform.commit(), false)
  answer = true
  platform.set("a", "1")
  assert.ok(platform.commit())
  assert.deepEqual(sent, ["a=1", "a=1"])
})

test("a platform that throws, is not ready or is not there stops nothing", () => {
  const broken = connect(
    listening(() => {
      throw new Error("gone")
    }).api,
  )
  assert.equal(broken.set("a", "1"), false)
  assert.equal(broken.commit(), false)
  for (const platform of [connect(null), connect({ ...listening(() => "true").api, LMSInitialize: () => "false" })]) {
    assert.equal(platform.there, false)
    assert.equal(platform.get("known"), "")
    assert.equal(platform.commit(), false)
    platform.finish()
  }
})

test("after the end nothing more is sent, and the end is told once", () => {
  const { api, sent } = listening(() => "true")
  const platform = connect(api)
  platform.finish()
  platform.finish()
  platform.set("a", "1")
  assert.deepEqual(sent, ["finish"])
})

const SHEETS = [CHOICE, TRUE].map(
  (record) => ({ record, points: 2, version: { id: record.id, rev: 1, fingerprint: "" } }) as unknown as RecordedItem,
)
const RIGHT = state(["one", "three"], { checked: true, first: 1 })

/** What is sent for a result of 85 percent where the quiz itself asks for 80. */
function reported(held: { readonly [name: string]: string }, refused = /^$/): string[] {
  const { api, sent } = listening((name) => String(!refused.test(name)), held)
  const report = reporter(connect(api), SHEETS, 80)
  report.answered(0, RIGHT, 0)
  report.answered(1, RIGHT, 0)
  report.save("kept", 85)
  report.close()
  return sent
}

test("the platform's mark to pass goes before that of the quiz; a mark that is none does not", () => {
  const last = (mark: string): string | undefined =>
    reported({ "cmi.student_data.mastery_score": mark })
      .filter((each) => each.startsWith("cmi.core.lesson_status"))
      .pop()
  assert.equal(last("90"), "cmi.core.lesson_status=failed")
  assert.equal(last("85"), "cmi.core.lesson_status=passed")
  for (const none of ["", "high", "900"]) assert.equal(last(none), "cmi.core.lesson_status=passed")
})

test("a platform without interactions is asked once, and still gets the result", () => {
  const sent = reported({}, /interactions/)
  assert.deepEqual(
    sent.filter((each) => each.includes("interactions")),
    ["cmi.interactions.0.id=a-choice"],
  )
  assert.ok(sent.includes("cmi.core.score.raw=85"))
})

test("interactions are numbered on from those that the platform has", () => {
  const numbers = reported({ "cmi.interactions._count": "4" }).flatMap(
    (each) => /interactions\.(\d+)\.id/.exec(each)?.[1] ?? [],
  )
  assert.deepEqual(numbers, ["4", "5"])
})

test("what is only looked at, or was passed before, is not reported again", () => {
  const results = (held: { readonly [name: string]: string }): string[] =>
    reported(held).filter((each) => /score|status|interactions|suspend_data/.test(each))
  assert.deepEqual(results({ "cmi.core.lesson_mode": "review" }), [])
  assert.deepEqual(results({ "cmi.core.lesson_mode": "browse" }), [])
  assert.deepEqual(results({ "cmi.core.lesson_status": "passed" }), [])
})
