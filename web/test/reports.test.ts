import assert from "node:assert/strict"
import { test } from "node:test"
import { dropReport, keepReport, LONGEST, type Report, reportOn, reports } from "../src/feedback/reports"
import { feedback as say } from "../src/messages"
import { storeIn } from "../src/store"
import { Memory } from "./memory"

const REPORT: Report = {
  address: "desk/lend.html",
  title: "Lend a book",
  helpful: false,
  note: "Say it shorter.",
  part: "Late books",
  edition: "2026-11-22 · abc1234",
}

const storeOf = (memory: Memory) =>
  storeIn(
    () => memory,
    "/site/",
    () => {},
  )

test("what was said about a page is listed, changed and removed", () => {
  const memory = new Memory()
  keepReport(storeOf(memory), REPORT)
  keepReport(storeOf(memory), { ...REPORT, address: "a.html", helpful: true })
  assert.deepEqual(
    reports(storeOf(memory)).map(({ address, helpful }) => [address, helpful]),
    [
      ["a.html", true],
      ["desk/lend.html", false],
    ],
  )
  dropReport(storeOf(memory), "a.html")
  assert.deepEqual(reports(storeOf(memory)), [REPORT])
  dropReport(storeOf(memory), REPORT.address)
  assert.equal(memory.length, 0)
})

test("a record that can't be read is no report", () => {
  const memory = Memory.of({ "handbook:/site/:feedback:a.html": JSON.stringify({ v: 1, at: 1, helpful: "yes" }) })
  assert.equal(reportOn(storeOf(memory), "a.html"), null)
  assert.deepEqual(reports(storeOf(memory)), [])
})

test("a note is no longer than an email can begin with", () => {
  const memory = new Memory()
  keepReport(storeOf(memory), { ...REPORT, note: "a".repeat(LONGEST + 1) })
  assert.equal(reportOn(storeOf(memory), REPORT.address)?.note.length, LONGEST)
})

test("a report names the page, its part, its edition and what was said, each on a line", () => {
  assert.deepEqual(say.report(REPORT).split("\r\n"), [
    "Page: Lend a book",
    "Address: desk/lend.html",
    "Part: Late books",
    "Edition: 2026-11-22 · abc1234",
    "Helpful: no.",
    "Say it shorter.",
  ])
  assert.doesNotMatch(say.report({ ...REPORT, part: REPORT.title, edition: "", note: "" }), /Part|Edition|\r\n$/)
})
