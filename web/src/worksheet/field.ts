// A field of a worksheet, whatever it looks like.
import type { Entry } from "./entries"

export interface Field {
  readonly key: string
  /** What is entered; null for nothing. */
  get(): Entry | null
  /** Puts an entry in; null empties the field. One that does not fit is left out. */
  set(entry: Entry | null): void
}
