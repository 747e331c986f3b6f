// The words that the search knows: those of the pages, and the lines of words that mean the same.
import { distance, isAside, pieces, stem, words } from "./words"

/** A phrase of a line of synonyms in a text: from one of its words to before another, and the line that it is in. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly line: string
}

/** So many words may stand between those of a phrase, if they tell nothing. */
const MOST_BETWEEN = 2

interface Phrase {
  readonly stems: readonly string[]
  readonly line: string
}

export class Lexicon {
  /** The phrases by their first word. */
  private readonly phrases = new Map<string, Phrase[]>()
  /** In how many pages a word is. */
  private readonly pages = new Map<string, number>()
  /** How a word is written where it was first seen. */
  private readonly written = new Map<string, string>()
  /** The texts that were read: keywords are on pages and cards, and answers are compared with each query. */
  private readonly read = new Map<string, readonly string[]>()
  private total = 0

  /** Each line of synonyms is a word of its own, "#" and its number: whatever has one word of a line has it, too. */
  constructor(synonyms: readonly (readonly string[])[]) {
    for (const [at, line] of synonyms.entries())
      for (const phrase of line)
        for (const form of new Set([phrase, phrase.replace(/-/g, "")])) this.learn(words(form), `#${at}`)
  }

  private learn(phrase: readonly string[], line: string): void {
    const stems = phrase.map(stem)
    const [first] = stems
    if (first === undefined) return
    for (const [at, word] of phrase.entries()) this.note(stems[at] ?? "", word)
    this.phrases.set(first, [...(this.phrases.get(first) ?? []), { stems, line }])
  }

  private note(term: string, word: string): void {
    if (!this.written.has(term)) this.written.set(term, word)
  }

  /** What a text is found by: the stems of its words, and the lines of synonyms that it has a word of. */
  terms(text: string): readonly string[] {
    const known = this.read.get(text)
    if (known) return known
    const all = pieces(text).flatMap(({ parts, joined }) => (joined ? [...parts, joined] : parts))
    const stems = all.map(stem)
    for (const [at, word] of all.entries()) this.note(stems[at] ?? "", word)
    const terms = [...stems, ...this.spans(stems).map(({ line }) => line)]
    this.read.set(text, terms)
    return terms
  }

  /** Counts the terms of one more page. */
  count(terms: Iterable<string>): void {
    this.total += 1
    for (const term of new Set(terms)) this.pages.set(term, (this.pages.get(term) ?? 0) + 1)
  }

  /** The phrases of synonyms in a text, given by its stems. Of those within each other, the longest: "heart attack". */
  spans(stems: readonly string[]): Span[] {
    const all = stems.flatMap((first, from) =>
      (this.phrases.get(first) ?? [])
        .map((phrase) => ({ from, to: endOf(phrase.stems, stems, from), line: phrase.line }))
        .filter(({ to }) => to > 0),
    )
    const isWithin = (one: Span, other: Span): boolean =>
      one.from >= other.from && one.to <= other.to && one.to - one.from < other.to - other.from
    return all.filter((one) => !all.some((other) => isWithin(one, other)))
  }

  /** Whether a page has this term. */
  has(term: string): boolean {
    return this.pages.has(term)
  }

  /** Whether this is a word of a page or of a line of synonyms. */
  knows(term: string): boolean {
    return this.written.has(term)
  }

  /** How much a term tells: the fewer pages have it, the more (inverse document frequency, as in BM25). */
  rarity(term: string): number {
    const pages = this.pages.get(term) ?? 0
    return Math.log(1 + (this.total - pages + 0.5) / (pages + 0.5))
  }

  /** The words that begin with these letters. */
  beginning(letters: string): string[] {
    return [...this.written.keys()].filter((term) => term.startsWith(letters))
  }

  /** The words that have most of their letters in common with this one from the beginning: "respect" for "respectful". */
  kin(word: string): string[] {
    const term = stem(word)
    const shares = (other: string): boolean => {
      const least = Math.max(5, Math.ceil(Math.max(term.length, other.length) * 0.7))
      return other.slice(0, least) === term.slice(0, least)
    }
    return term.length < 6 ? [] : [...this.written.keys()].filter(shares)
  }

  /** The words that this one may be a mistyped form of: those that differ least, by one letter, or two of a long word. */
  near(word: string, mistakes = 2): string[] {
    const term = stem(word)
    const most = term.length > 7 ? mistakes : 1
    let least = most
    let best: string[] = []
    for (const [other, written] of this.written) {
      // few mistype the first letter, and of short words almost any other is one letter away
      if (other.length < 5 && !isSwapped(term, other)) continue
      if (other[0] !== term[0] && most === 1) continue
      const apart = Math.min(distance(term, other, most), distance(word, written, most))
      if (apart > least) continue
      if (apart < least) best = []
      least = apart
      best.push(other)
    }
    return best
  }

  /** A word as it is written, from its stem. */
  spelled(term: string): string {
    return this.written.get(term) ?? term
  }
}

/** Whether both have the same letters. */
function isSwapped(one: string, other: string): boolean {
  return one.length === other.length && [...one].sort().join("") === [...other].sort().join("")
}

/** Where a phrase that begins at a place ends, 0 where it is not there. "Call back" is in "call the customer back", too. */
function endOf(phrase: readonly string[], stems: readonly string[], from: number): number {
  let at = from
  for (const [place, word] of phrase.entries()) {
    if (place) while (at - from - place < MOST_BETWEEN && stems[at] !== word && isAside(stems[at] ?? "")) at += 1
    if (stems[at] !== word) return 0
    at += 1
  }
  return at
}
