// Two records of one name put together: the one that is here, and the one in a file. What is newer counts, by the revision
// of its question first; where that cannot be known, what is here stays, for the file is still there.
import { dayOf, isoDay } from "../day"
import { type Answer, type Attempt, daily, type History } from "../records"

/** What was done with a record of a file. */
export type Outcome =
  /** There was none, or nothing in it; what both have is together now. */
  | "added"
  /** It took the place of an older one. */
  | "newer"
  /** All of it was here. */
  | "same"
  /** Left: what is here is newer. */
  | "older"
  /** Left: it belongs to an older version of the question. */
  | "version"
  /** Left: it cannot be read. */
  | "damaged"
  /** The browser did not save it. */
  | "unsaved"

/** A record, and what it is of. */
export interface Held<Kind> {
  readonly value: Kind
  /** Of its question, where it is of one; else 0 and "". */
  readonly rev: number
  readonly fingerprint: string
  /** When it was saved, in milliseconds since 1970; 0 when nothing says so. */
  readonly at: number
}

/** What comes of two records; without `held`, what is here stays. */
export interface Merged<Kind> {
  readonly outcome: Outcome
  readonly held?: Held<Kind>
}

/** Puts two records together. `now` is in milliseconds: what was saved later was saved by a wrong clock. */
export type Merge<Kind> = (mine: Held<Kind>, theirs: Held<Kind>, now: number) => Merged<Kind>

export const mergeAnswers: Merge<Answer> = (mine, theirs, now) => {
  if (!sameVersion(mine, theirs)) return ofVersions(mine, theirs, now)
  const flag = mine.value.flag || theirs.value.flag
  if (sameAnswer(mine.value, theirs.value) || !isGiven(theirs.value)) return { outcome: "same" }
  if (!isGiven(mine.value)) return { outcome: "added", held: { ...theirs, value: { ...theirs.value, flag } } }
  return isNewer(theirs, mine, now) ? { outcome: "newer", held: theirs } : { outcome: "older" }
}

export const mergeHistories: Merge<History> = (mine, theirs, now) => {
  if (!sameVersion(mine, theirs)) return ofVersions(mine, theirs, now)
  const log = daily([...mine.value.log, ...theirs.value.log])
  const latest = isNewer(theirs, mine, now) ? theirs : mine
  const { last, sure } = latest.value
  const same = log.length === mine.value.log.length && last === mine.value.last && sure === mine.value.sure
  return same ? { outcome: "same" } : { outcome: "added", held: { ...latest, value: { ...latest.value, log } } }
}

/** The order of options stays that of the attempt under way here. */
export const mergeAttempts: Merge<Attempt> = (mine, theirs, now) => {
  const [before, finish] = [mine.value.done, theirs.value.done]
  if (!finish || (before?.code === finish.code && before.at === finish.at)) return { outcome: "same" }
  const held = { ...mine, value: { ...mine.value, done: finish } }
  if (!before) return { outcome: "added", held }
  const later = finish.at > before.at && finish.at <= isoDay(dayOf(new Date(now)))
  return later ? { outcome: "newer", held } : { outcome: "older" }
}

function sameVersion<Kind>(one: Held<Kind>, other: Held<Kind>): boolean {
  return one.rev === other.rev && one.fingerprint === other.fingerprint
}

/** One of two versions of a question: the later revision, else what was saved later. */
function ofVersions<Kind>(mine: Held<Kind>, theirs: Held<Kind>, now: number): Merged<Kind> {
  const later = theirs.rev === mine.rev ? isNewer(theirs, mine, now) : theirs.rev > mine.rev
  return later ? { outcome: "newer", held: theirs } : { outcome: "version" }
}

function isNewer<Kind>(one: Held<Kind>, other: Held<Kind>, now: number): boolean {
  return one.at > other.at && one.at <= now
}

function isGiven({ answer, checked }: Answer): boolean {
  return checked || answer.length > 0
}

function sameAnswer(one: Answer, other: Answer): boolean {
  const fields = ({ answer, checked, hints, flag }: Answer): string => JSON.stringify([answer, checked, hints, flag])
  return fields(one) === fields(other)
}
