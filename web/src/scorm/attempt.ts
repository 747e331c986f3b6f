// An attempt at the quiz of a package: what the player has in its records, as it is kept and reported.
import { historyOf } from "../history"
import { data, readItem, valued } from "../page"
import { answerName, attemptName, getFor, type ItemVersion, readAnswer, readAttempt, setFor } from "../records"
import { total } from "../score"
import type { Store } from "../store"
import type { InteractionRecord } from "./interaction"
import { type AttemptState, BLANK, type ItemState } from "./suspend"

/** A question of the page, and its record. */
export interface RecordedItem {
  readonly place: HTMLElement
  readonly version: ItemVersion
  readonly points: number
  readonly record: InteractionRecord
}

export function recordedItems(section: HTMLElement): RecordedItem[] {
  const records: readonly InteractionRecord[] = JSON.parse(data(section, "records") || "[]")
  return records.flatMap((record) => {
    const place = section.querySelector<HTMLElement>(valued("item", record.id))
    const item = place && readItem(place)
    return item ? [{ place, record, points: item.points, version: item.version }] : []
  })
}

/** Puts an attempt where the player finds it. */
export function put(
  store: Store,
  quiz: string,
  questions: readonly RecordedItem[],
  { seed, items }: AttemptState,
): void {
  store.set(attemptName(quiz), { seed }, readAttempt)
  for (const [at, { version }] of questions.entries()) {
    const { answer, checked, flag, hints } = items[at] ?? BLANK
    if (answer.length || checked || flag || hints)
      setFor(store, answerName(quiz, version.id), version, { answer, checked, flag, hints }, readAnswer)
  }
}

/** The attempt as it is now. The first answers stay what they were, until another attempt is begun. */
export function take(
  store: Store,
  quiz: string,
  questions: readonly RecordedItem[],
  before: AttemptState,
): AttemptState {
  const seed = store.get(attemptName(quiz), readAttempt)?.seed ?? before.seed
  const items = questions.map(({ version }, at) => {
    const saved = getFor(store, answerName(quiz, version.id), version, readAnswer)
    const { answer, checked, flag, hints } = saved && saved !== "changed" ? saved : BLANK
    const earlier = seed === before.seed ? (before.items[at]?.first ?? null) : null
    const first = earlier === null && checked ? (historyOf(store, version)?.last ?? 0) : earlier
    return { answer, checked, flag, hints, first }
  })
  return { seed, items }
}

/** The percentage of points of the first answers; null until every question has one. */
export function percentOf(questions: readonly RecordedItem[], items: readonly ItemState[]): number | null {
  if (items.some(({ first }) => first === null)) return null
  const { got, of } = total(questions.map(({ points }, at) => ({ points, share: items[at]?.first ?? 0 })))
  return of ? Math.round((10000 * got) / of) / 100 : 100
}
