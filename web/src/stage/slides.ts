// What a card shows step by step: each step of a procedure, each row of a table, each list of words, any other box whole.
import { all, el } from "../dom"
import { data, Part } from "../page"

export interface Slide {
  readonly content: readonly Node[]
  /** The seconds after which to remind: 0 where they are not named, null where there is nothing to remind of. */
  readonly remind: number | null
}

/** The slides of the boxes below an element, in their order. */
export function slidesOf(card: ParentNode): Slide[] {
  return all(card, Part.Shown).flatMap((box): Slide[] => {
    if (box.matches(Part.Procedure)) return all(box, ":scope > ol > li").map(stepOf)
    if (box.matches(Part.Table)) return all(box, "tbody tr").map((row) => slide(...rowOf(row)))
    if (box.matches(Part.Phrases)) return all(box, Part.List).map((list) => slide(...copies(list)))
    return [slide(bare(box))]
  })
}

function stepOf(step: HTMLElement): Slide {
  const remind = data(step, "remind")
  const timed = step.matches(Part.Reminder)
  return { content: copies(step), remind: timed ? Number(remind) : null }
}

function slide(...content: readonly Node[]): Slide {
  return { content, remind: null }
}

/** The head of a row, then each cell below the head of its column. */
function rowOf(row: HTMLElement): Node[] {
  const cells = all(row, "th, td").map((cell) => {
    const label = data(cell, "label")
    const words = copies(cell)
    return label
      ? el("p", {}, el("strong", { class: "hb-label" }, `${label}: `), ...words)
      : el("p", { class: "hb-stage-head" }, ...words)
  })
  return cells
}

/** Copies of what is in an element, without what only its page needs: ids, buttons, links to rows. */
function copies(element: HTMLElement): Node[] {
  return Array.from(bare(element).childNodes)
}

function bare(element: HTMLElement): HTMLElement {
  const copy = element.cloneNode(true) as HTMLElement
  for (const part of all(copy, Part.Screen)) part.remove()
  for (const part of [copy, ...all(copy, "[id]")]) part.removeAttribute("id")
  return copy
}
