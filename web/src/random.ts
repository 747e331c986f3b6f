// The one generator of random numbers, the same in Python (hooks/handbook/random.py): from a seed in words, the
// same draws for ever. Vectors in tests/golden/random hold both to it.

/** 32 bits that stand for a text: FNV-1a over its UTF-8 bytes (Internet Draft draft-eastlake-fnv). */
export function fnv1a(text: string): number {
  let value = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193)
  return value >>> 0
}

export interface Random {
  /** The next number of 32 bits. */
  next(): number
  /** A number from 0 up to, but not including, a limit of at most 21 bits: a product beyond 53 bits would be rounded. */
  below(limit: number): number
  /** The entries in another order (Fisher and Yates, from the end). */
  shuffled<Entry>(entries: readonly Entry[]): Entry[]
}

/** Mulberry32 (Tommy Ettinger, 2017, public domain), seeded by a text. */
export function randomOf(seed: string): Random {
  let state = fnv1a(seed)

  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }

  function below(limit: number): number {
    return Math.floor((next() * limit) / 0x100000000)
  }

  function shuffled<Entry>(entries: readonly Entry[]): Entry[] {
    const order = [...entries]
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = below(last + 1)
      const moved = order[last] as Entry
      order[last] = order[other] as Entry
      order[other] = moved
    }
    return order
  }

  return { next, below, shuffled }
}
