// A time that runs down, without a page. It goes by the clock, so that a tab in the background is not late.

export interface Clock {
  /** The seconds to start with. */
  readonly seconds: number
  /** The seconds that are left; null while it does not run. Negative ones are over. */
  left(now: number): number | null
  start(now: number): void
  stop(): void
  /** More or less to start with, by a step; never below zero. */
  change(by: number): void
}

export const STEP = 30
const MOST = 60 * 60

export function clock(seconds: number): Clock {
  let set = seconds
  let until: number | null = null
  return {
    get seconds() {
      return set
    },
    left: (now) => (until === null ? null : Math.ceil((until - now) / 1000)),
    start(now) {
      if (set > 0) until = now + set * 1000
    },
    stop() {
      until = null
    },
    change(by) {
      set = Math.min(Math.max(0, set + by), MOST)
    },
  }
}
