// One attempt at a quiz: its seed, the order of options that follows from it, its form code.
import { dayOf, isoDay } from "../day"
import { formCode, newSeed, readFormCode } from "../formcode"
import { quiz as say } from "../messages"
import type { Quiz } from "../page"
import { randomOf } from "../random"
import { type Attempt, attemptName, type Finish, readAttempt } from "../records"
import type { Total } from "../score"
import type { Store } from "../store"
import type { QuestionControl } from "./question"

export interface CurrentAttempt {
  code(): string
  /** Takes up the saved attempt, if there is one. */
  load(): void
  /** Saves the attempt, unless another tab has begun one meanwhile. */
  save(): void
  /** Begins another attempt, with a seed of its own or this one. */
  renew(seed?: string): void
  /** Notes that all is checked: once for each attempt, so that a retry does not better the first result. */
  finish(result: Total, now: Date): void
  /** The seed that a form code gives; what is wrong with it, in words, when it does not fit this quiz. */
  seedOf(code: string): { readonly seed: string } | { readonly fault: string }
}

export function currentAttempt(quiz: Quiz, store: Store, questions: readonly QuestionControl[]): CurrentAttempt {
  const saved = (): Attempt | null => (quiz.name ? store.get(attemptName(quiz.name), readAttempt) : null)
  let attempt: Attempt = saved() ?? { seed: newSeed() }

  function arrange(): void {
    for (const question of questions) question.arrange(randomOf(`${attempt.seed}-1-${question.version.id}`))
  }

  function put(next: Attempt): void {
    attempt = next
    if (quiz.name) store.set(attemptName(quiz.name), attempt)
  }

  function code(): string {
    return formCode({ quiz: quiz.form, seed: attempt.seed, form: 1, content: quiz.content })
  }

  arrange()
  return {
    code,
    load() {
      const seed = attempt.seed
      attempt = saved() ?? attempt
      if (attempt.seed !== seed) arrange()
    },
    save() {
      if (!saved()) put(attempt)
    },
    renew(seed = newSeed()) {
      put({ ...attempt, seed })
      arrange()
    },
    finish({ got, of }, now) {
      const done: Finish = { at: isoDay(dayOf(now)), got, of, code: code() }
      if (attempt.done?.code !== done.code) put({ ...attempt, done })
    },
    seedOf(typed) {
      const read = readFormCode(typed, quiz.form)
      if (read?.form !== 1) return { fault: say.noSuchCode }
      return read.content === quiz.content ? { seed: read.seed } : { fault: say.otherContent(quiz.edition) }
    },
  }
}
