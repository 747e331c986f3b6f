// What the build wrote for the search: the pages, the answers in them, and the words that mean the same.
// hooks/handbook/site/search_index.py is its other side, and writes it as short as it can.

/** What the file holds. */
export interface Contents {
  readonly pages: readonly Page[]
  /** The keywords of each page, by its place in the list, with ";" between. */
  readonly keywords: readonly string[]
  readonly answers: readonly Answer[]
  readonly terms: readonly Term[]
  /** Lines of words that mean the same, with ";" between. */
  readonly synonyms: readonly string[]
  /** The pages that are needed most, by their places in the list. */
  readonly needed: readonly number[]
  /** The address of the page with the terms, and of that with the contacts; empty where there is none. */
  readonly glossary: string
  readonly contacts: string
  /** Whom to tell what was not found; empty where the county has yet to fill it in. */
  readonly email: string
}

export interface Page {
  /** Its address in the site. */
  readonly at: string
  readonly kind?: "card" | "quiz"
  readonly title: string
  readonly summary: string
  /** The headings; with its anchor each whose anchor does not follow from its words. */
  readonly headings?: readonly (string | readonly [text: string, anchor: string])[]
  /** The ids of the boxes of other pages that it shows. */
  readonly shows?: readonly string[]
}

interface Box {
  /** The place of its page in the list. */
  readonly page: number
  /** Its id, which is its anchor. */
  readonly at: string
  readonly title: string
}

/** A step: the rest of its anchor, what to do, the words to say. */
export type Step = readonly [at: string, text: string, say?: string]

export interface Procedure extends Box {
  readonly kind: "steps"
  readonly steps: readonly Step[]
}

/** A table with words to say: each row is its heading with what to do, and the words. */
export interface Table extends Box {
  readonly kind: "rows"
  readonly rows: readonly Step[]
}

export interface Phrases extends Box {
  readonly kind: "say"
  readonly say: readonly string[]
}

export interface Checklist extends Box {
  readonly kind: "checklist"
}

export type Answer = Procedure | Table | Phrases | Checklist

export interface Term {
  /** Its anchor on the page of the terms, where that isn't the one that follows from its name. */
  readonly at?: string
  readonly term: string
  readonly also?: readonly string[]
  readonly means: string
}

/** The other words of each page, by its place in the list: those of its running text. */
export type OtherWords = readonly string[]

/** What a list that was written as one text holds. */
export function listOf(text = ""): string[] {
  return text.split(";").filter(Boolean)
}

/** The headings of a page with their anchors. */
export function headingsOf({ headings = [] }: Page): (readonly [text: string, anchor: string])[] {
  return headings.map((heading) => (typeof heading === "string" ? [heading, slug(heading)] : heading))
}

/** The anchor of a term on the page of the terms. */
export function anchorOf({ term, at = `term-${slug(term)}` }: Term): string {
  return at
}

/** The anchor that Python-Markdown gives a heading of these words. */
function slug(text: string): string {
  const ascii = text.normalize("NFKD").replace(/[^\0-\x7f]/g, "")
  return ascii
    .replace(/[^\w\s-]/g, "")
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, "-")
}

/** All texts of an answer. */
export function textsOf(answer: Answer): string[] {
  switch (answer.kind) {
    case "steps":
      return [answer.title, ...answer.steps.flatMap(([, text, say = ""]) => [text, say])]
    case "rows":
      return [answer.title, ...answer.rows.flatMap(([, text, say = ""]) => [text, say])]
    case "say":
      return [answer.title, ...answer.say]
    case "checklist":
      return [answer.title]
  }
}
