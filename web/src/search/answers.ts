// What is shown for a query: the words to say, the step, the card, the checklist, the term, the quiz, then the pages.
import { type Answer, anchorOf, type Page, type Procedure, type Term } from "./contents"
import type { Finder, Outcome, Result } from "./finder"

/** The kinds of answers, in the order in which they are shown when they are equally good. */
export const KINDS = ["say", "steps", "card", "checklist", "term", "page", "quiz"] as const
export type Kind = (typeof KINDS)[number] | "recent" | "needed"

/** Something to choose. */
export interface Choice {
  readonly text: string
  /** Where it is from, or what it is about. */
  readonly about: string
  /** Its address in the site, with its anchor. */
  readonly at: string
  /** Whether the text is words to say. */
  readonly spoken?: boolean
}

export interface Group {
  readonly kind: Kind
  readonly choices: readonly Choice[]
}

/** A choice with what it depends on whether it is shown, and where: the smaller, the better. */
interface Ranked extends Choice {
  readonly kind: (typeof KINDS)[number]
  readonly rank: number
}

/** So many subjects are answered; the pages of the others are listed. A subject is a page with the card made of it. */
const SUBJECTS = 3
const MOST: Readonly<Record<(typeof KINDS)[number], number>> = {
  say: 3,
  steps: 3,
  card: 3,
  checklist: 2,
  page: 5,
  term: 2,
  quiz: 2,
}
/** Of pages that fit so much worse than the best, nothing but the title is shown. */
const CLOSE = 0.4
/** A term comes after what fits best: who types its name mostly wants to know what to do. */
const TERM = 0.5
/** What asks for the meaning of a term. Then it comes right after the answers of the best page alone. */
const MEANING = /\b(?:mean(?:s|ing)?|defin(?:e|ition)|stands? for)\b/i

export const addressOf = (page: Page, anchor = ""): string => (anchor ? `${page.at}#${anchor}` : page.at)

/** The answers to a query in groups, that with the best answer first. */
export function groupsOf(outcome: Outcome, finder: Finder): Group[] {
  const search = new Answers(outcome, finder)
  const all = [...search.terms(), ...outcome.results.flatMap((result) => [...search.of(result)])]
  const groups = KINDS.flatMap((kind) => {
    const choices = all.filter((choice) => choice.kind === kind).sort((one, other) => one.rank - other.rank)
    const [first] = choices
    return first ? [{ kind, rank: first.rank, choices: choices.slice(0, MOST[kind]) }] : []
  })
  return groups.sort((one, other) => one.rank - other.rank)
}

class Answers {
  private readonly asksMeaning: boolean
  /** The subjects of the results in their order, by the places of their pages. */
  private readonly subjects: readonly number[]
  private readonly shown = new Set<Answer>()

  constructor(
    private readonly outcome: Outcome,
    private readonly finder: Finder,
  ) {
    this.asksMeaning = MEANING.test(outcome.query)
    this.subjects = [...new Set(outcome.results.map(({ page, at }) => finder.sourceOf(page, at)))]
  }

  /** What a page answers, and the page itself. */
  *of({ page, at, anchor, score }: Result): Generator<Ranked> {
    const rank = this.subjects.indexOf(this.finder.sourceOf(page, at))
    const { title, summary, kind = "page" } = page
    const isClose = score >= CLOSE * (this.outcome.results[0]?.score ?? 0)
    if (rank < (this.asksMeaning ? 1 : SUBJECTS) && isClose)
      for (const answer of this.answers(page, at, rank)) yield { ...answer, rank }
    yield { kind, rank, text: title, about: summary, at: addressOf(page, kind === "page" ? anchor : "") }
  }

  /** The best words to say, the best step, and the checklists. Each box is taken once: a card shows those of its page. */
  private *answers(page: Page, at: number, rank: number): Generator<Omit<Ranked, "rank">> {
    const boxes = this.finder.answersOf(page, at).filter((answer) => !this.shown.has(answer))
    for (const box of boxes) this.shown.add(box)
    const must = rank === 0 // of what fits best there is an answer, even where no line has a word of the query
    const say = this.best(
      boxes.flatMap((box) => this.lines(box)),
      must,
    )
    if (say) yield say
    const step = this.best(
      boxes.flatMap((box) => (box.kind === "steps" ? this.steps(box) : [])),
      must,
    )
    if (step) yield step
    for (const box of boxes) if (box.kind === "checklist") yield { kind: box.kind, text: box.title, ...this.place(box) }
  }

  private lines(box: Answer): Omit<Ranked, "rank">[] {
    const line = (text: string, anchor = box.at): Omit<Ranked, "rank"> => {
      return { kind: "say", text, spoken: true, ...this.place(box, anchor) }
    }
    if (box.kind === "say") return box.say.map((text) => line(text))
    if (box.kind === "steps") return box.steps.flatMap(([at, , say]) => (say ? [line(say, `${box.at}-${at}`)] : []))
    return []
  }

  private steps(box: Procedure): Omit<Ranked, "rank">[] {
    return box.steps.map(([at, text], step) => {
      return { kind: "steps", text: `${step + 1}. ${text}`, ...this.place(box, `${box.at}-${at}`) }
    })
  }

  /** Where a box is: its page by title, and its address. */
  private place(box: Answer, anchor = box.at): { about: string; at: string } {
    const page = this.finder.contents.pages[box.page] as Page
    return { about: page.title, at: addressOf(page, anchor) }
  }

  /** The choice that has most of the words that are looked for; the first of all where none has, if there must be one. */
  private best<Kind extends { readonly text: string }>(choices: readonly Kind[], must: boolean): Kind | undefined {
    const scores = choices.map(({ text }) => this.score(text))
    const most = Math.max(0, ...scores)
    return most || must ? choices[scores.indexOf(most)] : undefined
  }

  private score(text: string): number {
    const terms = new Set(this.finder.lexicon.terms(text))
    const counts = this.outcome.wanted.map((one) => {
      const there = [...one.terms].filter(([term]) => terms.has(term))
      return Math.max(0, ...there.map(([term, count]) => count * this.finder.lexicon.rarity(term)))
    })
    return counts.reduce((sum, count) => sum + count, 0)
  }

  /** The terms whose names have all words that are needed. */
  *terms(): Generator<Ranked> {
    const needed = this.outcome.wanted.filter((one) => one.needed)
    const { terms, glossary } = this.finder.contents
    const rank = this.asksMeaning ? 0 : TERM
    const isNamed = (name: string): boolean => {
      const stems = new Set(this.finder.lexicon.terms(name).filter((term) => !term.startsWith("#")))
      return needed.every((one) => [...one.terms.keys()].some((term) => stems.has(term)))
    }
    for (const one of needed.length ? (terms as Term[]) : [])
      if ([one.term, ...(one.also ?? [])].some(isNamed))
        yield { kind: "term", rank, text: one.term, about: one.means, at: `${glossary}#${anchorOf(one)}` }
  }
}
