// What a person puts together in the form of a test, and what the library says of it.

export interface Choice {
  readonly id: string
  readonly title: string
  readonly count: number
}

export interface Choices {
  readonly edition: string
  readonly quizzes: readonly Choice[]
  readonly topics: readonly Choice[]
  readonly levels: readonly Choice[]
  readonly types: readonly Choice[]
  readonly formats: readonly Choice[]
  readonly questions: readonly { readonly id: string; readonly stem: string }[]
  readonly forms: number
}

export interface Row {
  readonly count: number
  readonly topic: string
  readonly level: string
  readonly type: string
}

export interface Draft {
  readonly title: string
  readonly rows: readonly Row[]
  readonly exclude: readonly string[]
  readonly minutes: number
}

export interface Request {
  /** The id of a quiz of the handbook; empty for a test of one's own. */
  readonly quiz: string
  readonly draft: Draft
  readonly seed: string
  readonly forms: number
}

export interface TestForm {
  readonly code: string
  readonly count: number
  readonly html: string
}

export interface Drawing {
  readonly problems: readonly { readonly message: string; readonly hint: string }[]
  readonly shortages: readonly string[]
  readonly forms: readonly TestForm[]
  readonly blueprint: string
}

export interface Export {
  readonly name: string
  readonly losses: string
}

/** Something wrong in a file, or worth a look. */
export interface Problem {
  readonly path: string
  readonly line: number
  readonly code: string
  readonly message: string
  readonly hint: string
  readonly notice: boolean
}

export interface Files {
  readonly files: readonly { readonly path: string; readonly title: string }[]
  readonly editor: string
  readonly sections: readonly Named[]
  readonly topics: readonly string[]
  readonly types: readonly Named[]
}

export interface Named {
  readonly id: string
  readonly title: string
}

/** Lines to put in place of others: from `line` on (counted from 1), so many of them. */
export interface LineFix {
  readonly line: number
  readonly count: number
  readonly text: readonly string[]
}

/** What comes of a file with a text, as far as the file by itself tells. */
export interface Glance {
  readonly problems: readonly Problem[]
  readonly preview: { readonly html: string; readonly address: string }
  readonly fixes: readonly LineFix[]
}

/** What comes of it in the whole handbook. */
export interface Attempt extends Glance {
  /** What is wrong in the file together with others. */
  readonly joint: readonly Problem[]
  /** What is wrong in other files because of it. */
  readonly elsewhere: readonly Problem[]
}

export type Where = readonly (string | number)[]

/** A value of a form, or a list or group of them. */
export interface Field {
  readonly at: Where
  readonly name: string
  readonly about: string
  readonly kind: "text" | "heading" | "choice" | "flag" | "number" | "date" | "words" | "list" | "group" | "none"
  readonly value: string
  readonly line: number
  readonly required: boolean
  readonly present: boolean
  readonly rare: boolean
  readonly choices: readonly string[]
  readonly fields: readonly Field[]
  readonly adds: boolean
  /** Whether it is an entry under a name of its own. */
  readonly entry: boolean
}

/** The parts of a file, and the form of one of them. */
export interface Form {
  readonly parts: readonly { readonly title: string; readonly line: number }[]
  readonly part: number
  readonly end: number
  readonly title: string
  /** The place of the part in the list that the file is; empty where it is none. */
  readonly entry: Where
  readonly fields: readonly Field[]
}

export interface Change {
  readonly kind: "set" | "add" | "remove" | "move" | "rename"
  readonly at: Where
  readonly value: string
  readonly by: number
}

/** A file with a change. */
export interface Changed {
  readonly text: string
  /** The line of a part that came or moved, or 0. */
  readonly line: number
  /** The key that a value of the county had before it was renamed, and the other files that have it. */
  readonly key: string
  readonly others: readonly string[]
}

/** A file with more in it than before. */
export interface Written {
  readonly path: string
  readonly text: string
}

/** Asks the library for changed files, by the name of a call, and takes them as drafts. */
export type Make = (name: string, request: object) => Promise<void>

/** Questions of another program. */
export interface Arrivals {
  readonly summary: string
  readonly topic: string
  readonly problems: readonly string[]
  readonly drafts: readonly {
    readonly id: string
    readonly yaml: string
    readonly html: string
    readonly problems: readonly string[]
  }[]
}

export interface Completion {
  readonly length: number
  readonly options: readonly { readonly label: string; readonly detail: string }[]
}

/** The empty table for the answers to a test. */
export interface EmptyTable {
  readonly name: string
  readonly about: string
}

/** What the answers to a test say: as a part of the page and as a page to save, both empty where nothing was marked. */
export interface Results {
  readonly said: string
  readonly problems: readonly string[]
  readonly html: string
  readonly page: string
}

/** What a mini guide of one's own can hold. */
export interface PocketChoices {
  readonly cards: readonly Named[]
  readonly mini: readonly string[]
  readonly numbers: readonly { readonly label: string; readonly text: string }[]
  readonly papers: readonly string[]
  readonly paper: string
  readonly most: number
  readonly mostNumbers: number
}

export interface Sheet {
  readonly name: string
  readonly notes: readonly string[]
}
