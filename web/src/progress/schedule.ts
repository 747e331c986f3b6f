// When a question is due again: FSRS-6 (Free Spaced Repetition Scheduler) over the log of a question, one entry a day.
// Tests hold it to the Python package fsrs.
/*! ts-fsrs
   MIT License

   Copyright (c) 2026 Open Spaced Repetition

   Permission is hereby granted, free of charge, to any person obtaining a copy
   of this software and associated documentation files (the "Software"), to deal
   in the Software without restriction, including without limitation the rights
   to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
   copies of the Software, and to permit persons to whom the Software is
   furnished to do so, subject to the following conditions:

   The above copyright notice and this permission notice shall be included in all
   copies or substantial portions of the Software.

   THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
   IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
   FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
   AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
   LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
   OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
   SOFTWARE.
*/
import { FSRSAlgorithm, generatorParameters } from "ts-fsrs"
import type { History } from "../records"

/** A wrong clock makes gaps that nobody left: no question stays away for longer than this. */
const LONGEST = 365

/** Without steps of minutes: they would want a clock that a handbook has not. */
const [algorithm, fuzzy] = [false, true].map(
  (enable_fuzz) =>
    new FSRSAlgorithm(generatorParameters({ enable_fuzz, enable_short_term: false, maximum_interval: LONGEST })),
) as [FSRSAlgorithm, FSRSAlgorithm]

/**
 * The number of the day on which a question is due; null when it was never answered. Days later than today are of a clock
 * that was wrong: they do not count before they come, and a question that has no others is due at once. With the id of
 * the question, the day is some earlier or later, always the same for it: so what was learned on one day comes back on
 * several. How far, from three days on, is FSRS's own rule.
 */
export function dueDay(log: History["log"], today: number, id = ""): number | null {
  let state: ReturnType<typeof algorithm.next_state> | null = null
  let last = 0
  for (const [day, grade] of log) {
    if (day > today) break
    state = algorithm.next_state(state, state ? day - last : 0, grade)
    last = day
  }
  fuzzy.seed = `${id}-${last}`
  if (state) return last + (id ? fuzzy : algorithm).next_interval(state.stability, 0)
  return log.length ? today : null
}

/** Whether a question was asked again on a day, and not for the first time. */
export function cameBack(log: History["log"], day: number): boolean {
  return log.some(([each]) => each < day) && log.some(([each]) => each === day)
}
