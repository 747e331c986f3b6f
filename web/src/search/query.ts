// What someone types, as the words to look for: each with whatever may stand in its place.
import type { Lexicon, Span } from "./lexicon"
import { pieces, stem, weight } from "./words"

/** A word that is looked for. */
export interface Wanted {
  readonly word: string
  /** Whether a page should have it. */
  readonly needed: boolean
  /** Whether it is a word that pages or synonyms have. */
  readonly known: boolean
  /** What may stand for it, and how much that counts, 1 for the word itself. Empty where nothing can. */
  readonly terms: ReadonlyMap<string, number>
  /** The words that it was taken for, where no page has it as it is typed. */
  readonly taken: readonly string[]
}

/** How much it counts that a page has not the word but another that means the same, or one like it, or a longer one. */
export const SYNONYM = 0.75
const MISTYPED = 0.7
const LONGER = 0.8
/** How much a word counts that almost every query has. */
const FILLER = 0.4

/** A word split in two, or two joined, at a place of the query. */
interface Compound {
  readonly from: number
  readonly to: number
  readonly term: string
}

/** The words to look for. `typing` says that the last one may not be whole. */
export function wantedOf(query: string, lexicon: Lexicon, typing: boolean): Wanted[] {
  const compounds: Compound[] = []
  const typed: string[] = []
  for (const { parts, joined } of pieces(query)) {
    if (joined) compounds.push({ from: typed.length, to: typed.length + parts.length, term: stem(joined) })
    typed.push(...parts)
  }
  compounds.push(...joinedPairs(typed, lexicon))
  const spans = lexicon.spans(typed.map(stem))
  const weights = weightsOf(typed, spans, compounds)
  const most = Math.max(...weights)
  return typed.flatMap((word, at) => {
    const here = weights[at] ?? 0
    if (here === 0 && most > 0 && !spans.some((span) => isPhrase(span) && covers(span, at))) return []
    const factor = here < most ? FILLER : 1
    const last = typing && at === typed.length - 1
    const { terms, taken } = standIns(word, at, spans, compounds, lexicon, last)
    const counted = new Map([...terms].map(([term, counts]) => [term, counts * factor]))
    return [{ word, needed: here === most, known: lexicon.knows(stem(word)), terms: counted, taken }]
  })
}

/** Two words that pages write as one: "voice mail", "hang up". */
function* joinedPairs(typed: readonly string[], lexicon: Lexicon): Generator<Compound> {
  for (const [from, word] of typed.entries()) {
    const next = typed[from + 1]
    const term = stem(word + next)
    if (next !== undefined && lexicon.has(term)) yield { from, to: from + 2, term }
  }
}

const isPhrase = ({ from, to }: Span): boolean => to - from > 1
const covers = ({ from, to }: { from: number; to: number }, at: number): boolean => at >= from && at < to

/** A phrase that is known matters as a whole: "say no" does, though neither word does. */
function weightsOf(typed: readonly string[], spans: readonly Span[], compounds: readonly Compound[]): number[] {
  const weights: number[] = typed.map(weight)
  for (const place of [...spans.filter(isPhrase), ...compounds])
    for (let at = place.from; at < place.to; at++) if (weights[at] === 1) weights[at] = 2
  return weights
}

function standIns(
  word: string,
  at: number,
  spans: readonly Span[],
  compounds: readonly Compound[],
  lexicon: Lexicon,
  last: boolean,
): Pick<Wanted, "terms" | "taken"> {
  const terms = new Map<string, number>()
  const put = (term: string, counts: number): void => {
    if (lexicon.has(term)) terms.set(term, Math.max(terms.get(term) ?? 0, counts))
  }
  const putWord = (term: string, counts: number): void => {
    put(term, counts)
    for (const { line } of lexicon.spans([term])) put(line, counts * SYNONYM)
  }
  const term = stem(word)
  put(term, 1)
  for (const compound of compounds) if (covers(compound, at)) put(compound.term, 1)
  for (const span of spans) if (covers(span, at)) put(span.line, SYNONYM)
  if (last && word.length > 1)
    for (const longer of lexicon.beginning(word))
      if (longer !== term) putWord(longer, (LONGER * word.length) / longer.length)
  if (terms.size || lexicon.knows(term)) return { terms, taken: [] }
  const isWord = !/\d/.test(word) && word.length > 3
  const taken = isWord ? lexicon.near(word, 1) : []
  if (!taken.length) {
    for (const part of [...halves(word, lexicon), ...lexicon.kin(word)]) putWord(part, MISTYPED)
    if (!terms.size && isWord) taken.push(...lexicon.near(word, 2))
  }
  for (const near of taken) putWord(near, MISTYPED)
  return { terms, taken }
}

/** The two words that one is made of, where pages have both: "walkin", "frontdesk". */
function halves(word: string, lexicon: Lexicon): string[] {
  for (let at = 3; at <= word.length - 2; at++) {
    const both = [stem(word.slice(0, at)), stem(word.slice(at))]
    if (word.length > 5 && both.every((half) => lexicon.has(half))) return both
  }
  return []
}
