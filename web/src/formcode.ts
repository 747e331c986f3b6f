// Form codes: what a test was made from, so that the same one can be made again. Text: quiz-seed-number-content.

export interface FormCode {
  readonly quiz: string
  /** What the random numbers begin with: lower-case letters and digits, perhaps joined by dashes. */
  readonly seed: string
  readonly form: number
  /** Six hex digits that stand for the questions asked. */
  readonly content: string
}

const PATTERN = /^([a-z0-9]+(?:-[a-z0-9]+)*)-(\d{1,9})-([0-9a-f]{6})$/

export function formCode({ quiz, seed, form, content }: FormCode): string {
  return `${quiz}-${seed}-${form}-${content}`
}

/** Reads a code as typed; null when it is none of this quiz. */
export function readFormCode(typed: string, quiz: string): FormCode | null {
  const code = typed.trim().toLowerCase()
  if (!code.startsWith(`${quiz}-`)) return null
  const [, seed, form, content] = PATTERN.exec(code.slice(quiz.length + 1)) ?? []
  return seed && form && content ? { quiz, seed, form: Number(form), content } : null
}

/** A seed that nobody chose. */
export function newSeed(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => (byte % 36).toString(36)).join("")
}
