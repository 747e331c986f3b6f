// An attempt at the quiz of a package: what the player has in its records, as it is kept and reported.
import { historyOf } from "../history"
import { answerName, type Asked, attemptName, getFor, readAnswer, readAttempt, setFor } from "../records"
import { total } from "../score"
import type { Store } from "../store"
import type { Record } from "./interaction"
import { BLANK, type Kept, type Kind } from "./suspend"

/** A question of the page, and its record. */
export interface Sheet {
  readonly place: HTMLElement
  readonly asked: Asked
  readonly points: number
  readonly record: Record
}

export function sheetsOf(section: HTMLElement): Sheet[] {
  const records = JSON.parse(section.dataset["records"] ?? "[]") as Record[]
  return records.flatMap((record) => {
    const place = section.querySelector<HTMLElement>(`[data-item="${CSS.escape(record.id)}"]`)
    if (!place) return []
    const { rev, fingerprint = "", points } = place.dataset as Readonly<{ [name: string]: string | undefined }>
    return [{ place, record, points: Number(points), asked: { id: record.id, rev: Number(rev), fingerprint } }]
  })
}

/** Puts an attempt where the player finds it. */
export function put(store: Store, quiz: string, sheets: readonly Sheet[], { seed, kept }: Kind): void {
  store.set(attemptName(quiz), { seed })
  for (const [at, { asked }] of sheets.entries()) {
    const { answer, checked, flag, hints } = kept[at] ?? BLANK
    if (answer.length || checked || flag || hints)
      setFor(store, answerName(quiz, asked.id), asked, { answer, checked, flag, hints })
  }
}

/** The attempt as it is now. The first answers stay what they were, until another attempt is begun. */
export function take(store: Store, quiz: string, sheets: readonly Sheet[], before: Kind): Kind {
  const seed = store.get(attemptName(quiz), readAttempt)?.seed ?? before.seed
  const kept = sheets.map(({ place, asked }, at) => {
    const saved = getFor(store, answerName(quiz, asked.id), asked, readAnswer)
    const { answer, checked, flag, hints } = saved && saved !== "changed" ? saved : BLANK
    const told = seed === before.seed ? (before.kept[at]?.first ?? null) : null
    const first = told === null && checked ? (historyOf(store, asked)?.last ?? 0) : told
    return { answer: checked && !answer.length ? shown(place) : answer, checked, flag, hints, first }
  })
  return { seed, kept }
}

/** The percentage of points of the first answers; null until every question has one. */
export function percentOf(sheets: readonly Sheet[], kept: readonly Kept[]): number | null {
  if (kept.some(({ first }) => first === null)) return null
  const { got, of } = total(sheets.map(({ points }, at) => ({ points, share: kept[at]?.first ?? 0 })))
  return of ? Math.round((10000 * got) / of) / 100 : 100
}

/** The order in which steps stand that nobody has moved: to check them is an answer. */
function shown(place: HTMLElement): string[] {
  return Array.from(place.querySelectorAll<HTMLElement>("ol.hb-steps > li"), (step) => step.dataset["option"] ?? "")
}
