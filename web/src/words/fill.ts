// Puts a reader's own words into the gaps of lines to say, and takes them out again.
import { all, setText } from "../dom"
import { data, Part } from "../page"
import type { Own, OwnWords } from "./personal"

/** The gaps as they are written in the index of the search (hooks/handbook/source/personal.py names them). */
const BLANKS: Readonly<Record<string, Own>> = {
  "[your name]": "name",
  "[office name]": "office",
  "[your number]": "number",
}

/** A line to say with a reader's own words in its gaps. */
export function filled(line: string, words: OwnWords): string {
  return line.replace(/\[[^[\]]+\]/g, (gap) => words[BLANKS[gap] as Own] ?? gap)
}

/** Fills the gaps below an element. Words that are not given leave a gap as the page has it. */
export function fillIn(root: ParentNode, words: OwnWords): void {
  for (const gap of all(root, Part.Own)) {
    const written = data(gap, "gap")
    const own = words[data(gap, "mine") as Own]
    setText(gap, own ?? written)
    gap.classList.toggle("hb-blank", !own && written.startsWith("[")) // in print a line to write on
  }
}
