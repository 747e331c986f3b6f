import assert from "node:assert/strict"
import { test } from "node:test"
import { groupsOf } from "../src/search/answers"
import type { Contents, Page } from "../src/search/contents"
import { Finder, isKnown } from "../src/search/finder"

type Given = Page & { readonly keywords?: string }
const page = (name: string, title: string, more: Partial<Given> = {}): Given => {
  return { at: `${name}.html`, title, summary: `About: ${title}.`, ...more }
}

const PAGES: readonly Given[] = [
  page("loan", "Lend a book", {
    keywords: "borrow;walk-in;e-mail;café",
    headings: ["Late books", ["Fines!", "money"]],
  }),
  page("card", "Lend a book", { kind: "card", shows: ["loan-steps"] }),
  page("quiet", "Keep the room quiet", { keywords: "noise;loud talk" }),
  page("close", "Close for a holiday", { keywords: "vacation;lock the door", summary: "Who keeps the key." }),
  page("quiz", "Quiz on loans", { kind: "quiz", keywords: "quiz;loan;book" }),
  page("door", "Open the door", { summary: "A holiday needs a key, too.", keywords: "bookcase;case" }),
  page("terms", "Glossary"),
]

const CONTENTS: Contents = {
  pages: PAGES,
  keywords: PAGES.map(({ keywords = "" }) => keywords),
  answers: [
    {
      kind: "steps",
      page: 0,
      at: "loan-steps",
      title: "Lending a book",
      steps: [
        ["s1", "Ask for the card.", "May I see your card?"],
        ["s2", "Stamp the date."],
      ],
    },
    { kind: "say", page: 2, at: "quiet-words", title: "Words", say: ["Please whisper.", "The room is for reading."] },
    { kind: "checklist", page: 3, at: "close-list", title: "Before a holiday" },
  ],
  terms: [{ term: "Late loan", also: ["overdue book"], means: "A book that is not back." }],
  synonyms: ["noise;racket;loud talk;turn down", "vacation;time off;re-create", "borrow;give back"],
  needed: [1],
  glossary: "terms.html",
  contacts: "contacts.html",
  email: "",
}

const finder = new Finder(CONTENTS)
const paths = (query: string, typing = false): string[] =>
  finder.find(query, typing).results.map((result) => result.page.at.replace(".html", ""))

for (const [query, first] of [
  ["lend", "card"],
  ["lending books", "card"],
  ["how do I lend a book?", "card"],
  ["walk in", "card"],
  ["walkin", "card"],
  ["walk-ins", "card"],
  ["email", "card"],
  ["e mail", "card"],
  ["CAFE", "card"],
  ["vacations", "close"],
  ["vacatoin", "close"],
  ["holliday", "close"],
  ["time off", "close"],
  ["racket", "quiet"],
  ["turn it down", "quiet"],
  ["turn that person down", "quiet"],
  ["give a book back", "card"],
  ["recreate", "close"],
  ["re-create", "close"],
  ["bookcas", "door"],
  ["quietly", "quiet"],
  ["whisper", "quiet"],
] as const) {
  test(`“${query}” brings ${first} first`, () => assert.equal(paths(query)[0], first))
}

test("a page that has all words in one place comes before pages with one of them", () => {
  assert.equal(paths("lock door")[0], "close")
  assert.equal(paths("open door")[0], "door")
})

test("a page where all words are in one place by chance is not first", () => {
  const pages = [
    page("dog", "Feed the dog", { headings: ["A colleague who is afraid of a large and noisy dog"] }),
    page("threat", "Threatened", { headings: ["Threatened by a visitor"] }),
  ]
  const keywords = ["puppy", "threat;threatened"]
  const other = new Finder({ ...CONTENTS, pages, keywords, answers: [], synonyms: ["threat;threatened;afraid"] })
  const [first, second] = other.find("threatened my colleague").results
  assert.deepEqual([first?.page.at, second?.whole], ["threat.html", true])
})

test("a word that tells something is not passed over in a phrase", () => {
  assert.ok(!paths("turn radio down").includes("quiet"))
})

test("a word in the title counts more than the same word in the summary", () => {
  assert.deepEqual(paths("holiday"), ["close", "door"])
})

test("the last word may be the beginning of one while someone is typing, other words may not", () => {
  assert.equal(paths("vac", true)[0], "close")
  assert.deepEqual(paths("vac"), [])
  assert.deepEqual(paths("vac xyz", true), [])
})

test("a quiz comes first only when a quiz is asked for", () => {
  assert.equal(paths("loan quiz")[0], "quiz")
  assert.notEqual(paths("book")[0], "quiz")
})

test("what a query is made of is enough when there is nothing else, and no word is found without reason", () => {
  assert.deepEqual(paths(""), [])
  assert.deepEqual(paths("???"), [])
  assert.deepEqual(paths("zzyzx"), [])
  assert.ok(paths("who").includes("close"))
})

test("each result says which word is in which parts of the page, and what it fits", () => {
  const [first] = finder.find("noise").results
  assert.deepEqual([...(first?.why ?? [])], [["noise", ["keywords"]]])
  assert.equal(first?.fits, "noise")
})

test("a heading that fits leads to its anchor", () => {
  const anchors = ["late books", "fines"].map((query) => finder.find(query).results[0]?.anchor)
  assert.deepEqual(anchors, ["late-books", "money"])
})

test("a word that only a running text has is known once those words are there", () => {
  assert.equal(isKnown(finder.find("ficus")), false)
  const whole = new Finder(CONTENTS, ["", "", "", "ficus water"])
  assert.equal(isKnown(whole.find("ficus")), true)
  assert.equal(whole.find("ficus").results[0]?.page.at, "close.html")
})

test("answers come in groups: words to say, the step, the card, the page; each leads to its place", () => {
  const groups = groupsOf(finder.find("lend"), finder)
  assert.deepEqual(
    groups.map(({ kind, choices }) => [kind, choices[0]?.at]),
    [
      ["say", "loan.html#loan-steps-s1"],
      ["steps", "loan.html#loan-steps-s1"],
      ["card", "card.html"],
      ["page", "loan.html"],
    ],
  )
})

test("the step that has the words is chosen, with its number", () => {
  const steps = groupsOf(finder.find("stamp a book"), finder).find(({ kind }) => kind === "steps")
  assert.deepEqual(
    steps?.choices.map(({ text }) => text),
    ["2. Stamp the date."],
  )
})

test("a term is found by each of its names, and a checklist with its page", () => {
  const kinds = (query: string): string[] => groupsOf(finder.find(query), finder).map(({ kind }) => kind)
  assert.ok(kinds("late loan").includes("term"))
  assert.ok(kinds("overdue book").includes("term"))
  assert.ok(!kinds("holiday").includes("term"))
  assert.ok(kinds("holiday").includes("checklist"))
})
