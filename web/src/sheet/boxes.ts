// Which boxes are on a reader's own sheet, by their ids, in their order. Kept in this browser alone.
import type { Read, Store } from "../store"

const NAME = "sheet"

/** Out of a record. What is no id is left out, and `flaw` called. */
const read: Read<readonly string[]> = ({ boxes }, flaw) => {
  if (!Array.isArray(boxes)) return null
  const ids = boxes.filter((box): box is string => typeof box === "string")
  if (ids.length < boxes.length) flaw()
  return [...new Set(ids)]
}

export function boxesOn(store: Store): readonly string[] {
  return store.get(NAME, read) ?? []
}

/** Keeps these in place of all. Whether that worked. */
export function putBoxes(store: Store, boxes: readonly string[]): boolean {
  return store.set(NAME, boxes.length ? { boxes } : null, read)
}

/** A box added at the end, or removed. The same boxes where nothing changes. */
export function withBox(boxes: readonly string[], box: string, on: boolean): readonly string[] {
  if (boxes.includes(box) === on) return boxes
  return on ? [...boxes, box] : boxes.filter((each) => each !== box)
}

/** A box one place up or down. The same boxes where it is at that end. */
export function moveBox(boxes: readonly string[], box: string, by: 1 | -1): readonly string[] {
  const at = boxes.indexOf(box)
  const other = boxes[at + by]
  if (at < 0 || other === undefined) return boxes
  return boxes.map((each) => (each === box ? other : each === other ? box : each))
}

/** The name of the record, for whoever listens to the storage. */
export function sheetRecord(store: Store): string {
  return store.full(NAME)
}
