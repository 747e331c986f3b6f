import assert from "node:assert/strict"
import { test } from "node:test"
import { match, peopleIn, type Role, reported } from "../src/receipts/people"
import { HAVE_READ, isAnswered, type Receipt, receiptsIn, receiptText, WILL_ASK } from "../src/receipts/receipt"
import { readSigned } from "../src/receipts/signed"

const receipt: Receipt = {
  answer: HAVE_READ,
  title: "The desk",
  reads: "read-desk",
  edition: "2026-11-30 \u00b7 abc1234",
  hash: "0123abcd",
  request: "2026-11-30.1",
  name: "Ana D\u00edaz",
  number: "",
  date: "2026-12-01",
}
const desk = { name: "read-desk", title: "The desk", request: "2026-11-30.1" }
const roles: Role[] = [
  { role: "Clerk", days: 14, readings: [desk] },
  { role: "Chief", days: 0, readings: [desk, { name: "read-rules", title: "Rules", request: "" }] },
]
const TODAY = "2026-12-10"

test("a receipt is read back from the text that it is written as", () => {
  assert.deepEqual(receiptsIn(receiptText(receipt)), [receipt])
  const asks = { ...receipt, answer: WILL_ASK, request: "" }
  assert.deepEqual(receiptsIn(`Hello,\r\n\r\n${receiptText(asks)}\r\nBest, Ana`), [asks])
})

test("receipts are found in emails one after the other, quoted, with lines that were broken", () => {
  const quoted = receiptText(receipt).replace(/^/gm, "> ").replace("I have read it", "I have\n> read it")
  assert.deepEqual(receiptsIn(`${quoted}\n\n${receiptText(receipt)}`), [receipt, receipt])
})

test("a saved email with quoted-printable lines is read", () => {
  const body =
    "Content-Transfer-Encoding: quoted-printable\n\nAnswer: I have read it\nWhat: The=\n desk [read-desk]\nName: Ana D=C3=ADaz\n"
  const [read] = receiptsIn(body)
  assert.equal(read?.title, "The desk")
  assert.equal(read?.name, "Ana D\u00edaz")
})

test("a text without a receipt, or with half of one, has none", () => {
  for (const text of ["", "Answer: yes\nWhat: all", "Answer: I have read it\nName: Ana", "\u0000\u0001"])
    assert.deepEqual(receiptsIn(text), [])
})

test("a newer request is answered only by a signature under it or under a newer one", () => {
  assert.ok(isAnswered("", ""))
  assert.ok(isAnswered("2026-11-30.2", "2026-11-30.10"))
  assert.ok(!isAnswered("2026-11-30.10", "2026-11-30.2"))
  assert.ok(!isAnswered("2026-11-30.1", ""))
})

test("a list of staff is read with commas, semicolons or tabs, and with columns by several names", () => {
  const expected = [{ name: "Diaz, Ana", number: "7", email: "", role: "Clerk", start: "2026-11-01" }]
  assert.deepEqual(peopleIn('\uFEFFName,ID,Role,Start date\r\n"Diaz, Ana",7,Clerk,11/1/2026\r\n'), expected)
  assert.deepEqual(peopleIn("Employee name;Employee ID;Position;Hire date\nDiaz, Ana;7;Clerk;2026-11-01"), expected)
  const [apart] = peopleIn('First name\tLast name\tJob title\nAna\t"D""az"\tClerk\n') ?? []
  assert.equal(apart?.name, 'Ana D"az')
  for (const text of ["", "Ana,Clerk\n", "name,start\nAna,2026-01-01"]) assert.equal(peopleIn(text), null)
})

function outcome(list: string, receipts: readonly Receipt[]): Record<string, string[]> {
  const { standings } = match(peopleIn(list) ?? [], roles, receipts, TODAY)
  return Object.fromEntries(
    standings.map(({ person, missing }) => [
      person.name,
      missing.map(({ reading, reason }) => `${reading.title} ${reason}`),
    ]),
  )
}

test("who is missing is told with the reason, by the newest state of what was to be read", () => {
  const list =
    "name,role,start\nAna Diaz,clerk,2026-01-01\nBo,Clerk,2026-01-01\nCy,Clerk,2026-01-01\nDi,Clerk,2026-12-01\nEd,Chief,"
  const receipts = [
    receipt,
    { ...receipt, name: "bo", request: "" },
    { ...receipt, name: "Cy", answer: WILL_ASK },
    { ...receipt, name: "Ed", reads: "read-all" },
  ]
  assert.deepEqual(outcome(list, receipts), {
    "Ana Diaz": [],
    Bo: ["The desk again"],
    Cy: ["The desk ask"],
    Di: ["The desk later"],
    Ed: [],
  })
})

test("a number goes before a name, and a name that two people have fits nobody", () => {
  const list = "name,number,role\nAna,1,Clerk\nAna,2,Clerk\nBo,3,Driver\n"
  const receipts = [
    { ...receipt, name: "Ana" },
    { ...receipt, name: "Ana", number: "2" },
    { ...receipt, name: "Zoe" },
  ]
  const { standings, strangers, unmatched } = match(peopleIn(list) ?? [], roles, receipts, TODAY)
  assert.deepEqual(
    standings.map(({ missing }) => missing.length),
    [1, 0],
  )
  assert.deepEqual(
    strangers.map(({ name }) => name),
    ["Bo"],
  )
  assert.deepEqual(
    unmatched.map(({ name }) => name),
    ["Ana", "Zoe"],
  )
})

test("someone with two roles is one person where a number says so", () => {
  const list = "name,number,role\nAna,1,Clerk\nAna,1,Chief\n"
  const { standings, unmatched } = match(peopleIn(list) ?? [], roles, [{ ...receipt, name: "Ana" }], TODAY)
  assert.deepEqual(
    standings.map(({ missing }) => missing.length),
    [0, 1],
  )
  assert.equal(unmatched.length, 0)
})

test("a platform's report counts for those who have completed it, from the day of the request on", () => {
  const report =
    "Name,Email address,Status,Completed on\nAna,a@b.org,Completed,12/1/2026\nBo,,In progress,\nCy,,Passed,2026-11-29\n"
  const receipts = reported(report, desk)
  assert.deepEqual(
    receipts.map(({ name, number, request, date }) => [name, number, request, date]),
    [
      ["Ana", "a@b.org", "2026-11-30.1", "2026-12-01"],
      ["Cy", "", "", "2026-11-29"],
    ],
  )
})

test("what this browser remembers of a signature is read with care", () => {
  const whole = { edition: "e", hash: "h", request: "", day: "2026-12-01", pages: { one: "1" } }
  const flaws: string[] = []
  assert.deepEqual(
    readSigned(whole, () => flaws.push("x")),
    whole,
  )
  assert.deepEqual(
    readSigned({ ...whole, pages: { one: 1 } }, () => flaws.push("x")),
    { ...whole, pages: {} },
  )
  assert.equal(flaws.length, 1)
  assert.equal(
    readSigned({ ...whole, day: "yesterday" }, () => {}),
    null,
  )
  assert.equal(
    readSigned({}, () => {}),
    null,
  )
})
