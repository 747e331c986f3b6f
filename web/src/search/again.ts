// Lets the theme's search ask once more for words that no page has, with "~" behind: it then takes words with one letter more, less, other or swapped.

/** The messages of the theme's search: a question, and its answer as pages with their parts. */
const QUESTION = 2
const ANSWER = 3

/** A word that is worth it: letters alone, and long enough that one letter more or less does not make it any word. */
const WORD = /^\p{L}{4,}$/u

/** The event that tells the page which words were asked again. */
export const SIMILAR = "handbook:similar"

declare global {
  interface WindowEventMap {
    [SIMILAR]: CustomEvent<readonly string[]>
  }
}

type Result = { readonly terms?: Readonly<Record<string, boolean>> }

/** One search. Every message to and from it is shown here. */
export class Asking {
  /** What has no answer yet, in the order in which it was asked: each question is answered. Null: it was asked here. */
  private readonly waiting: (string | null)[] = []
  private readonly tell: (similar: readonly string[]) => void

  /** `tell` is called for each answer, with the words that are asked again. */
  constructor(tell: (similar: readonly string[]) => void) {
    this.tell = tell
  }

  /** Sees what is asked. */
  sees(message: unknown): void {
    const { type, data } = message as { type?: number; data?: unknown }
    if (type === QUESTION) this.waiting.push(typeof data === "string" ? data : null)
  }

  /** What to ask before an answer is passed on. Null when the answer stands. */
  again(message: unknown): object | null {
    const { type, data } = message as { type?: number; data?: { items?: readonly (readonly Result[])[] } }
    if (type !== ANSWER) return null
    const asked = this.waiting.shift() ?? null
    if (asked === null) return null
    if (this.waiting.length) return this.pass() // someone is still typing
    const missing = missed(asked, (data?.items ?? []).flat())
    const words = asked.trim().split(/\s+/)
    const similar = words.filter((word) => missing.has(word.toLowerCase()) && WORD.test(word))
    this.tell(similar)
    if (!similar.length) return null
    this.waiting.push(null)
    return { type: QUESTION, data: words.map((word) => (similar.includes(word) ? `${word}~` : word)).join(" ") }
  }

  private pass(): null {
    this.tell([])
    return null
  }
}

/** The words that no result has. */
function missed(asked: string, results: readonly Result[]): ReadonlySet<string> {
  if (!results.length) return new Set(asked.trim().toLowerCase().split(/\s+/))
  const terms = results.flatMap(({ terms }) => Object.entries(terms ?? {}))
  const found = new Set(terms.filter(([, there]) => there).map(([term]) => term))
  return new Set(terms.map(([term]) => term).filter((term) => !found.has(term)))
}
