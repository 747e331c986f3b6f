// One attempt at a quiz: its seed, the order of options that follows from it, its form code.
import { dayOf, isoDay } from "../day"
import { formCode, newSeed, readFormCode } from "../formcode"
import { quiz as say } from "../messages"
import { randomOf } from "../random"
import { type Attempt, attemptName, type Done, readAttempt } from "../records"
import type { Total } from "../score"
import type { Store } from "../store"
import type { Question } from "./question"

export interface Sitting {
  code(): string
  /** Takes up the saved attempt, if there is one. */
  load(): void
  /** Saves the attempt, unless another tab has begun one meanwhile. */
  keep(): void
  /** Begins another attempt, with a seed of its own or this one. */
  renew(seed?: string): void
  /** Notes that all is checked: once for each attempt, so that a retry does not better the first result. */
  finish(result: Total, now: Date): void
  /** The seed that a form code gives; what is wrong with it, in words, when it does not fit this quiz. */
  seedOf(typed: string): { readonly seed: string } | { readonly fault: string }
}

export function sittingOf(section: HTMLElement, quiz: string, store: Store, questions: readonly Question[]): Sitting {
  const { form = "", content = "", edition = "" } = section.dataset
  const saved = (): Attempt | null => (quiz ? store.get(attemptName(quiz), readAttempt) : null)
  let attempt: Attempt = saved() ?? { seed: newSeed() }

  function arrange(): void {
    for (const question of questions) question.arrange(randomOf(`${attempt.seed}-1-${question.asked.id}`))
  }

  function put(next: Attempt): void {
    attempt = next
    if (quiz) store.set(attemptName(quiz), attempt)
  }

  function code(): string {
    return formCode({ quiz: form, seed: attempt.seed, form: 1, content })
  }

  arrange()
  return {
    code,
    load() {
      const seed = attempt.seed
      attempt = saved() ?? attempt
      if (attempt.seed !== seed) arrange()
    },
    keep() {
      if (!saved()) put(attempt)
    },
    renew(seed = newSeed()) {
      put({ ...attempt, seed })
      arrange()
    },
    finish({ got, of }, now) {
      const done: Done = { at: isoDay(dayOf(now)), got, of, code: code() }
      if (attempt.done?.code !== done.code) put({ ...attempt, done })
    },
    seedOf(typed) {
      const read = readFormCode(typed, form)
      if (read?.form !== 1) return { fault: say.noSuchCode }
      return read.content === content ? { seed: read.seed } : { fault: say.otherContent(edition) }
    },
  }
}
