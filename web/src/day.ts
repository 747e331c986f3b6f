// Days as the clock on the wall has them, by number: so that a week is seven, whatever the hour.

/** The number of a day: days since 1970. */
export function dayOf(now: Date): number {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000
}

/** A day as 2026-12-31. */
export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** A day in words: December 31, 2026. */
export function longDay(iso: string): string {
  return new Date(iso).toLocaleDateString("en-US", { dateStyle: "long", timeZone: "UTC" })
}
