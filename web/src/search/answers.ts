// What is shown for a query: the words to say, the step, the card, the checklist, the term, the quiz, then the pages.
import { type Answer, anchorOf, type Page, type Step, type Term } from "./contents"
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

/** A choice of a box, with what it tells, and the title of its box. */
interface Line extends Omit<Ranked, "rank"> {
  readonly told: string
  readonly box: string
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
/** How much the title of a box counts for each of its lines. */
const BOX = 0.5
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
      for (const answer of this.answers(page, at, rank === 0)) yield { ...answer, rank }
    yield { kind, rank, text: title, about: summary, at: addressOf(page, kind === "page" ? anchor : "") }
  }

  /**
   * The best words to say, the best step, and the checklists. Each box is taken once: a card shows those of its page.
   * Of what fits `best` there is an answer even where no line has a word of the query.
   */
  private *answers(page: Page, at: number, best: boolean): Generator<Omit<Ranked, "rank">> {
    const must = best && !this.shown.size
    const boxes = this.finder.answersOf(page, at).filter((answer) => !this.shown.has(answer))
    for (const box of boxes) this.shown.add(box)
    const lines = boxes.flatMap((box) => [...this.lines(box)])
    for (const kind of ["say", "steps", "checklist"]) {
      const choice = this.best(
        lines.filter((line) => line.kind === kind),
        must,
      )
      if (choice) yield choice
    }
  }

  /** What can be chosen of a box. */
  private *lines(box: Answer): Generator<Line> {
    const { title } = box
    switch (box.kind) {
      case "checklist":
        return yield { kind: "checklist", text: title, told: "", ...this.place(box) }
      case "say":
        for (const text of box.say) yield { kind: "say", text, spoken: true, told: text, ...this.place(box) }
        return
      case "steps":
        for (const [step, row] of box.steps.entries()) yield* this.step(box, row, `${step + 1}. `)
        return
      case "rows":
        for (const row of box.rows) yield* this.step(box, row)
    }
  }

  /** A step, and the words to say with it. */
  private *step(box: Answer, [at, text, say]: Step, number = ""): Generator<Line> {
    const place = this.place(box, `${box.at}-${at}`)
    yield { kind: "steps", text: `${number}${text}`, told: text, ...place }
    if (say) yield { kind: "say", text: say, spoken: true, told: `${text} ${say}`, ...place }
  }

  /** Where a box is: its title, its page by title, and its address. */
  private place(box: Answer, anchor = box.at): { box: string; about: string; at: string } {
    const page = this.finder.contents.pages[box.page] as Page
    return { box: box.title, about: page.title, at: addressOf(page, anchor) }
  }

  /** The line that tells most of what is looked for; the first of all where none does, if there must be one. */
  private best(lines: readonly Line[], must: boolean): Line | undefined {
    const scores = lines.map(({ told, box }) => this.score(told) + BOX * this.score(box))
    const most = Math.max(0, ...scores)
    return most || must ? lines[scores.indexOf(most)] : undefined
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
