// How much of a question is right: shares from 0 to 1. No page is needed for it.

export type ChoiceRule = "per-option" | "all-or-nothing"
export type OrderRule = "adjacent" | "exact"

/**
 * Options choices against those that are right. Per option: each right one choices adds its part, each wrong one takes the
 * same part away, never below 0. So choosing nothing or everything gains nothing.
 */
export function scoreChoice(choices: ReadonlySet<string>, right: ReadonlySet<string>, rule: ChoiceRule): number {
  const hits = [...choices].filter((ident) => right.has(ident)).length
  const slips = choices.size - hits
  if (rule === "per-option") return Math.max(0, (hits - slips) / right.size)
  return hits === right.size && slips === 0 ? 1 : 0
}

/**
 * Steps as arranged against the right order, both as names of groups: steps that may swap have one name. Adjacent: the
 * share of neighbors that follow each other as they should. Exact: all or nothing.
 */
export function scoreOrder(arranged: readonly string[], right: readonly string[], rule: OrderRule): number {
  if (arranged.every((group, at) => group === right[at])) return 1
  if (rule === "exact") return 0
  const pairs = following(arranged, right).filter(Boolean).length
  // Where groups repeat, every pair can be there in a wrong order all the same.
  return Math.min(pairs, right.length - 2) / (right.length - 1)
}

/** Of each step as arranged, whether the one before it comes before it in the right order, too. */
export function following(arranged: readonly string[], right: readonly string[]): boolean[] {
  const pairs = neighbors(right)
  const follows = neighbors(arranged).map((pair) => {
    const at = pairs.indexOf(pair)
    if (at >= 0) pairs.splice(at, 1)
    return at >= 0
  })
  return [false, ...follows]
}

/** Things matched against what they belong to: the share of right pairs. */
export function scoreMatch(matched: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): number {
  const hits = [...right].filter(([left, target]) => matched.get(left) === target).length
  return hits / right.size
}

/** Choices along a story: the mean of how good each was, measured by the best one at its point. */
export function scoreScenario(path: readonly { readonly rating: number; readonly best: number }[]): number {
  const shares = path.map(({ rating, best }) => (best ? rating / best : 1))
  return shares.reduce((sum, share) => sum + share, 0) / shares.length
}

export interface Result {
  readonly points: number
  /** The share that is right, or null while the question is not checked. */
  readonly share: number | null
}

/** Whether an answer is to be tried again. */
export function missed({ share }: Result): boolean {
  return share !== null && share < 1
}

export interface Total {
  readonly got: number
  readonly of: number
  readonly checked: number
  /** How many questions are wholly right. */
  readonly right: number
}

/** All questions of a quiz together. */
export function total(results: readonly Result[]): Total {
  return {
    got: results.reduce((sum, { points, share }) => sum + points * (share ?? 0), 0),
    of: results.reduce((sum, { points }) => sum + points, 0),
    checked: results.filter(({ share }) => share !== null).length,
    right: results.filter(({ share }) => share === 1).length,
  }
}

/** The results by topic, in the order in which the topics first occur. One question may count for several. */
export function totals(results: readonly (Result & { readonly topics: readonly string[] })[]): Map<string, Total> {
  const topics = new Set(results.flatMap((result) => result.topics))
  return new Map([...topics].map((topic) => [topic, total(results.filter((result) => result.topics.includes(topic)))]))
}

function neighbors(groups: readonly string[]): string[] {
  return groups.slice(1).map((group, at) => JSON.stringify([groups[at], group]))
}
