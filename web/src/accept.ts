// Whether a typed answer is accepted: the same rules as model/items/open.py, held to it by tests/golden/short.

/** One accepted answer: a text (case and outer spaces do not matter), a number with tolerance, or a pattern. */
export interface Accepted {
  readonly text?: string
  readonly number?: number
  readonly tol?: number
  readonly unit?: string
  readonly regex?: string
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/

/** A text as answers are compared. */
export function plainly(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLowerCase()
}

export function fits(accepted: Accepted, answer: string): boolean {
  const plain = plainly(answer)
  if (accepted.regex !== undefined) return patternFits(accepted.regex, plain)
  if (accepted.number !== undefined) return numberFits(accepted.number, accepted, plain)
  return plain === plainly(accepted.text ?? "")
}

function patternFits(pattern: string, answer: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, "i").test(answer)
  } catch {
    return false // a pattern that only Python reads
  }
}

function numberFits(number: number, { tol = 0, unit = "" }: Accepted, answer: string): boolean {
  const ending = plainly(unit)
  const bare = (ending && answer.endsWith(ending) ? answer.slice(0, -ending.length) : answer).trim().replace(/,/g, "")
  return NUMBER.test(bare) && Math.abs(Number(bare) - number) <= tol
}
