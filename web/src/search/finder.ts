// Finds the pages that answer a query, the best first, and says why.
import MiniSearch from "minisearch"
import { type Answer, type Contents, headingsOf, listOf, type OtherWords, type Page, textsOf } from "./contents"
import { Lexicon } from "./lexicon"
import { SYNONYM, type Wanted, wantedOf } from "./query"
import { stem, words } from "./words"

/** How much a word counts by where in a page it is. */
const FIELDS = { title: 6, keywords: 8, headings: 3, summary: 2.5, answers: 0.8, other: 0.3 } as const
type Field = keyof typeof FIELDS
type Document = { readonly id: number } & Readonly<Record<Field, readonly string[]>>

/** Fields that tell what a page is about. That a word occurs somewhere in its texts may be chance. */
const TELLING: readonly string[] = ["title", "keywords", "headings", "summary"] satisfies Field[]

/** The parameters of BM25+: the texts of pages differ much in length, and a word that recurs tells little more. */
const BM25 = { k: 1.2, b: 0.5, d: 0.3 }
/** A page made for the moment goes before the page that it is made of; a quiz is rarely what is looked for. */
const CARD = 1.05
const QUIZ = 0.3
/** How much it counts that the title, a keyword or a heading is like the query, beside the words of the whole page. */
const LIKENESS = 0.75
/** How much more a page is worth that has all words in one place. It may be chance: no page that fits badly is first. */
const WHOLE = 2
/** Results that are so much worse than the best are left out. */
const LEAST = 0.12

/** The title of a page, one of its keywords or headings. */
interface Place {
  readonly page: number
  readonly text: string
  /** Where it is on the page; empty for the page as a whole. */
  readonly anchor: string
  readonly terms: ReadonlySet<string>
  /** All its words, those that a question is made of, too. */
  readonly spelled: string
}

export interface Result {
  readonly page: Page
  /** The place of the page in the list. */
  readonly at: number
  /** Whether its title, a keyword or a heading has all words that are needed. */
  readonly whole: boolean
  readonly score: number
  /** Where on the page the query leads; empty for the page as a whole. */
  readonly anchor: string
  /** The title, keyword or heading that is most like the query. */
  readonly fits: string
  /** In which parts of the page each word of the query is. */
  readonly why: ReadonlyMap<string, readonly string[]>
}

export interface Outcome {
  readonly query: string
  readonly wanted: readonly Wanted[]
  /** The best first. */
  readonly results: readonly Result[]
}

/** How like a query a page is, and where it is most like it. */
interface Likeness {
  share: number
  place: Place
  whole: boolean
}

export class Finder {
  readonly lexicon: Lexicon
  private readonly index = new MiniSearch<Document>({
    fields: Object.keys(FIELDS),
    // words are told apart beforehand, with those that mean the same
    stringifyField: (terms) => terms,
    tokenize: (terms) => terms as unknown as string[],
    processTerm: (term) => term,
  })
  private readonly places: readonly Place[]

  /** `other` are the words of the running texts, once they are there. */
  constructor(
    readonly contents: Contents,
    private readonly other: OtherWords = [],
  ) {
    this.lexicon = new Lexicon(contents.synonyms.map(listOf))
    const documents = contents.pages.map((page, at) => this.document(page, at))
    for (const { id: _, ...fields } of documents) this.lexicon.count(Object.values(fields).flat())
    this.index.addAll(documents)
    this.places = contents.pages.flatMap((page, at) => this.placesOf(page, at))
  }

  /** The answers on a page, those that it shows of other pages among them. */
  answersOf({ shows = [] }: Page, at: number): Answer[] {
    return this.contents.answers.filter((answer) => answer.page === at || shows.includes(answer.at))
  }

  /** The page that a card is made of, by its place; any other page is its own. */
  sourceOf(page: Page, at: number): number {
    return page.kind === "card" ? (this.answersOf(page, at)[0]?.page ?? at) : at
  }

  /** The pages for a query, the best first. `typing` says that its last word may not be whole. */
  find(query: string, typing = false): Outcome {
    const wanted = wantedOf(query, this.lexicon, typing)
    const counts = countsOf(wanted)
    const matches = this.index.search(
      { combineWith: "OR", queries: [...counts.keys()] },
      {
        boost: FIELDS,
        bm25: BM25,
        boostTerm: (term) => counts.get(term) ?? 0,
        tokenize: (term) => [term],
        processTerm: (term) => term,
      },
    )
    const most = matches[0]?.score ?? 0
    const likeness = this.likenessOf(wanted, counts, spelled(query))
    const quizzing = wanted.some(({ terms }) => terms.has("quiz"))
    const results = matches.map(({ id, score, match }): Result => {
      const at = Number(id)
      const page = this.contents.pages[at] as Page
      const { share = 0, place, whole = false } = likeness.get(at) ?? {}
      const why = reasons(wanted, match)
      const isAside = page.kind === "quiz" && !quizzing
      const kind = page.kind === "card" ? CARD : isAside ? QUIZ : 1
      return {
        page,
        at,
        whole: whole && !isAside,
        score: (score / most + LIKENESS * share) * kind * coverage(wanted, why),
        anchor: place?.anchor ?? "",
        fits: place?.text ?? "",
        why,
      }
    })
    const least = LEAST * Math.max(...results.map(({ score }) => score))
    const good = results.filter(({ score }) => score > least)
    const worth = ({ score, whole }: Result): number => (whole ? WHOLE * score : score)
    good.sort((one, other) => worth(other) - worth(one) || one.at - other.at)
    return { query, wanted, results: good }
  }

  /** The keywords of a page; a card has those of the page that it is made of, too. */
  private keywordsOf(page: Page, at: number): string[] {
    const { keywords } = this.contents
    return [...new Set([at, this.sourceOf(page, at)].flatMap((place) => listOf(keywords[place])))]
  }

  private document(page: Page, at: number): Document {
    const terms = (texts: readonly string[]): string[] => texts.flatMap((text) => this.lexicon.terms(text))
    const answers = this.answersOf(page, at)
    return {
      id: at,
      title: terms([page.title]),
      keywords: terms(this.keywordsOf(page, at)),
      headings: terms([...headingsOf(page).map(([text]) => text), ...answers.map(({ title }) => title)]),
      summary: terms([page.summary]),
      answers: terms([...answers.flatMap(textsOf), ...this.termsOn(page)]),
      other: terms([this.other[at] ?? ""]),
    }
  }

  /** The terms that are explained on a page. */
  private termsOn(page: Page): string[] {
    const { glossary, terms } = this.contents
    return page.at === glossary ? terms.flatMap(({ term, also = [], means }) => [term, ...also, means]) : []
  }

  private placesOf(page: Page, at: number): Place[] {
    const place = (text: string, anchor = ""): Place => {
      return { page: at, text, anchor, terms: new Set(this.lexicon.terms(text)), spelled: spelled(text) }
    }
    const keywords = this.keywordsOf(page, at).map((keyword) => place(keyword))
    return [place(page.title), ...keywords, ...headingsOf(page).map(([text, anchor]) => place(text, anchor))]
  }

  /**
   * How like the query each page is, by its place: the cosine of the query and of the title, keyword or heading that is
   * most like it, with words weighed by their rarity.
   */
  private likenessOf(
    wanted: readonly Wanted[],
    counts: ReadonlyMap<string, number>,
    query: string,
  ): Map<number, Likeness> {
    const rarity = (term: string): number => this.lexicon.rarity(term)
    const weights = new Map([...counts].map(([term, count]) => [term, count * rarity(term)]))
    const strongest = ({ terms }: Wanted): number =>
      Math.max(...[...terms.keys()].map((term) => weights.get(term) ?? 0))
    const ofQuery = Math.hypot(...wanted.map((one) => (one.terms.size ? strongest(one) : rarity(""))))
    const needed = wanted.filter((one) => one.needed)
    const best = new Map<number, Likeness>()
    for (const place of this.places) {
      const terms = [...place.terms]
      const shared = terms.filter((term) => weights.has(term))
      if (!shared.length) continue
      const product = shared.map((term) => (weights.get(term) ?? 0) * rarity(term) * (isWord(term) ? 1 : SYNONYM))
      const ofPlace = Math.hypot(...terms.filter(isWord).map(rarity))
      const share = product.reduce((sum, each) => sum + each, 0) / (ofQuery * ofPlace || 1)
      const all =
        needed.length > 1 && needed.every((one) => [...one.terms.keys()].some((term) => place.terms.has(term)))
      const whole = all || place.spelled === query
      const before = best.get(place.page)
      if (!before) best.set(place.page, { share, place, whole })
      else if (share > before.share) Object.assign(before, { share, place, whole: whole || before.whole })
      else before.whole ||= whole
    }
    return best
  }
}

/** Whether the index has every word that is needed. If not, the words of the running texts may have it. */
export function isKnown({ wanted }: Outcome): boolean {
  return wanted.every(({ needed, known }) => known || !needed)
}

/** The words of a text by their stems, as one text. */
const spelled = (text: string): string => words(text).map(stem).join(" ")

const isWord = (term: string): boolean => !term.startsWith("#")

/** Every term that is looked for, and how much it counts. */
function countsOf(wanted: readonly Wanted[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { terms } of wanted)
    for (const [term, count] of terms) counts.set(term, Math.max(count, counts.get(term) ?? 0))
  return counts
}

/** In which fields of a page each word of the query is, by itself or by what stands for it. */
function reasons(wanted: readonly Wanted[], match: Record<string, string[]>): Map<string, string[]> {
  const fields = wanted.map(({ word, terms }): [string, string[]] => {
    return [word, [...new Set([...terms.keys()].flatMap((term) => match[term] ?? []))]]
  })
  return new Map(fields.filter(([, places]) => places.length))
}

/** What part of the words that are needed is where a page tells what it is about. It counts by its square root. */
function coverage(wanted: readonly Wanted[], why: ReadonlyMap<string, readonly string[]>): number {
  const needed = wanted.filter((one) => one.needed)
  const there = needed.filter(({ word }) => why.get(word)?.some((field) => TELLING.includes(field)))
  return Math.sqrt((there.length + 0.5) / (needed.length + 0.5))
}
