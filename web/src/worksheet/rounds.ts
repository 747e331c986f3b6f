// The rounds in which a list is cut down, without a page: what was kept in each, and the round under way.

export interface Rounds {
  readonly kept: readonly (readonly string[])[]
  readonly at: number
}

/** What was kept in a round; null before the first. */
export function kept(rounds: Rounds, at: number): readonly string[] | null {
  return rounds.kept[at] ?? null
}

/** Ticks or unticks an option in the round under way. What later rounds kept of it goes with it. The same rounds when no more may be ticked. */
export function tick(rounds: Rounds, sizes: readonly number[], option: string): Rounds {
  const now = rounds.kept[rounds.at] ?? []
  if (now.includes(option))
    return {
      ...rounds,
      kept: rounds.kept.map((round, at) => (at < rounds.at ? round : round.filter((each) => each !== option))),
    }
  if (now.length >= (sizes[rounds.at] ?? 0)) return rounds
  return { ...rounds, kept: rounds.kept.map((round, at) => (at === rounds.at ? [...round, option] : round)) }
}

/** The next round, when this one is full, or the one before. */
export function goOn(rounds: Rounds, sizes: readonly number[], by: 1 | -1): Rounds {
  const full = (rounds.kept[rounds.at] ?? []).length === sizes[rounds.at]
  const at = rounds.at + by
  return at < 0 || at >= sizes.length || (by > 0 && !full) ? rounds : { ...rounds, at }
}

/** Rounds out of what was saved: options that are no longer there are left out, and a round keeps only what the one before kept. */
export function trimmed(
  saved: readonly (readonly string[])[],
  sizes: readonly number[],
  options: readonly string[],
): Rounds {
  let pool = options
  const rounds = sizes.map((size, at) => {
    const round = (saved[at] ?? []).filter((option) => pool.includes(option)).slice(0, size)
    pool = round
    return round
  })
  const open = rounds.findIndex((round, at) => round.length < (sizes[at] ?? 0))
  return { kept: rounds, at: open < 0 ? sizes.length - 1 : open }
}
