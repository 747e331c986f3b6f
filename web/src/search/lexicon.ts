// The words that the search knows: those of the pages, and the lines of words that mean the same.
import { distance, pieces, stem, words } from "./words"

/** A phrase of a line of synonyms in a text: from one of its words to before another, and the line that it is in. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly line: string
}

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
  private total = 0

  /** Each line of synonyms is a word of its own, "#" and its number: whatever has one word of a line has it, too. */
  constructor(synonyms: readonly (readonly string[])[]) {
    for (const [at, line] of synonyms.entries()) for (const phrase of line) this.learn(words(phrase), `#${at}`)
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
  terms(text: string): string[] {
    const all = pieces(text).flatMap(({ parts, joined }) => (joined ? [...parts, joined] : parts))
    const stems = all.map(stem)
    for (const [at, word] of all.entries()) this.note(stems[at] ?? "", word)
    return [...stems, ...this.spans(stems).map(({ line }) => line)]
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
        .filter((phrase) => phrase.stems.every((each, at) => stems[from + at] === each))
        .map((phrase) => ({ from, to: from + phrase.stems.length, line: phrase.line })),
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
  near(word: string): string[] {
    const term = stem(word)
    const most = term.length > 7 ? 2 : 1
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
