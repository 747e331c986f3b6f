// Weeks in a row with practice. A week lasts from Sunday to Saturday.
const weekOf = (day: number): number => Math.floor((day + 4) / 7) // day 0 was a Thursday

export interface Weeks {
  readonly inRow: number
  /** Whether this week is one of them. */
  readonly isOn: boolean
}

/** The weeks up to this one; up to the last one while this one can still follow. Days later than today do not count. */
export function weeksOf(days: readonly number[], today: number): Weeks {
  const weeks = new Set(days.filter((day) => day <= today).map(weekOf))
  const isOn = weeks.has(weekOf(today))
  const last = weekOf(today) - (isOn ? 0 : 1)
  let inRow = 0
  while (weeks.has(last - inRow)) inRow += 1
  return { inRow, isOn }
}
