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

export interface Form {
  readonly code: string
  readonly count: number
  readonly html: string
}

export interface Drawing {
  readonly problems: readonly { readonly message: string; readonly hint: string }[]
  readonly shortages: readonly string[]
  readonly forms: readonly Form[]
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
}

/** What comes of a file with a text. */
export interface Attempt {
  readonly problems: readonly Problem[]
  readonly elsewhere: readonly Problem[]
  readonly preview: { readonly html: string; readonly address: string }
  readonly changes: readonly string[]
  readonly fix: string | null
}
