// The rounds in which a list is cut down, without a page: what was chosen in each, and the round under way.

export interface Rounds {
  readonly choices: readonly (readonly string[])[]
  readonly at: number
}

/** What was chosen in a round; null before the first. */
export function choicesIn(rounds: Rounds, at: number): readonly string[] | null {
  return rounds.choices[at] ?? null
}

/** Ticks or unticks an option in the round under way. It leaves the later rounds, too. The same rounds when no more may be ticked. */
export function tick(rounds: Rounds, sizes: readonly number[], option: string): Rounds {
  const now = rounds.choices[rounds.at] ?? []
  const change = (round: readonly string[], at: number): readonly string[] => {
    if (now.includes(option)) return at < rounds.at ? round : round.filter((each) => each !== option)
    return at === rounds.at ? [...round, option] : round
  }
  if (!now.includes(option) && now.length >= (sizes[rounds.at] ?? 0)) return rounds
  return { ...rounds, choices: rounds.choices.map(change) }
}

/** The next round, when this one is full, or the one before. */
export function goOn(rounds: Rounds, sizes: readonly number[], by: 1 | -1): Rounds {
  const full = (rounds.choices[rounds.at] ?? []).length === sizes[rounds.at]
  const at = rounds.at + by
  return at < 0 || at >= sizes.length || (by > 0 && !full) ? rounds : { ...rounds, at }
}

/** Rounds out of what was saved: options that are no longer there are left out, and a round has only what the one before has. */
export function readRounds(
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
  return { choices: rounds, at: open < 0 ? sizes.length - 1 : open }
}
