// Works out which questions of the bank are due, from the versions of all of them.
import { DUE, readDue } from "../due"
import { historyOf } from "../history"
import type { ItemVersion } from "../records"
import type { Store } from "../store"
import { cameBack, dueDay } from "./schedule"

/** Reads what the page of one's progress brings: id, revision and fingerprint of each question. */
export function readVersions(text: string): ItemVersion[] {
  return text.split(" ").map((entry) => {
    const [id = "", rev, fingerprint = ""] = entry.split(":")
    return { id, rev: Number(rev), fingerprint }
  })
}

/** Keeps it for the header of every page. One that cannot be read is worked out anew, so it is not set aside. */
export function keepDue(store: Store, versions: readonly ItemVersion[], edition: string, today: number): void {
  const logs = versions.flatMap(({ id, rev, fingerprint }) => {
    const log = historyOf(store, { id, rev, fingerprint })?.log
    return log ? [{ id, log }] : []
  })
  const days = logs.flatMap(({ id, log }) => dueDay(log, today, id) ?? []).sort((one, other) => one - other)
  const returned = logs.filter(({ log }) => cameBack(log, today)).length
  if (!store.get(DUE, readDue)) store.put(DUE, null)
  store.set(DUE, logs.length ? { edition, days, returns: [today, returned] } : null, readDue)
}
