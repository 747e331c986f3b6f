// Finds the line of a file that words of its preview were made of.

/** The line (from 1) that shares most words with these, from a line on; null where none shares half of them. */
export function lineOf(text: string, words: string, first = 1): number | null {
  const sought = new Set(wordsOf(words))
  if (!sought.size) return null
  let best = { line: 0, score: 0 }
  for (const [at, line] of text.split("\n").entries()) {
    if (at + 1 < first) continue
    const score = likeness(sought, new Set(wordsOf(line)))
    if (score > best.score) best = { line: at + 1, score }
  }
  return best.line || null
}

/** The line on which a box or question with an id begins; 1 where there is none. */
export function lineOfId(text: string, id: string): number {
  const at = text.split("\n").findIndex((line) => line.trim().replace(/^- +/, "") === `id: ${id}`)
  return Math.max(at + 1, 1)
}

/** How alike two sets of words are: 1 where they are the same, 0 where less than half of either is in the other. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length
  if (2 * common < Math.min(one.size, other.size) || !common) return 0
  return (2 * common) / (one.size + other.size)
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
