// One attempt at a quiz: its seed, the order of options that follows from it, its form code.
import { dayOf, isoDay } from "../day"
import { formCode, newSeed } from "../formcode"
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
  /** Begins another attempt, with a seed of its own. */
  renew(): void
  /** Puts the options of a question into the order of this attempt. */
  arrange(question: QuestionControl): void
  /** Notes that all is checked: once for each attempt, so that a retry does not better the first result. */
  finish(result: Pick<Total, "got" | "of">, now: Date): void
}

/** An attempt; where a form code gives a seed, it keeps that one. `form` is the number of its form. */
export function currentAttempt(
  quiz: Quiz,
  store: Store,
  questions: readonly QuestionControl[],
  seed = "",
  form = 1,
): CurrentAttempt {
  const saved = (): Attempt | null => (quiz.name ? store.get(attemptName(quiz.name), readAttempt) : null)
  let attempt: Attempt = saved() ?? { seed: seed || newSeed() }

  function arrange(question: QuestionControl): void {
    question.arrange(randomOf(`${attempt.seed}-1-${question.version.id}`))
  }

  function put(next: Attempt): void {
    attempt = next
    if (quiz.name) store.set(attemptName(quiz.name), attempt, readAttempt)
  }

  function code(): string {
    return formCode({ quiz: quiz.form, seed: attempt.seed, form, content: quiz.content })
  }

  return {
    code,
    arrange,
    load() {
      const { seed } = attempt
      attempt = saved() ?? { seed } // what was forgotten comes back with no later attempt
      if (attempt.seed !== seed) questions.forEach(arrange)
    },
    save() {
      if (!saved()) put(attempt)
    },
    renew() {
      put({ ...(saved() ?? attempt), seed: seed || newSeed() })
      questions.forEach(arrange)
    },
    finish({ got, of }, now) {
      const result: Finish = { at: isoDay(dayOf(now)), got, of, code: code() }
      if (attempt.done?.code !== result.code) put({ ...attempt, done: result })
    },
  }
}
