// Hints in steps: each one is offered when the one before it was read.
import { all } from "../dom"
import { Part } from "../page"

export interface Hints {
  /** How many were read. */
  used(): number
  /** Opens as many as were read before, and closes the others. */
  restore(used: number): void
}

export function stepwise(question: HTMLElement, changed: () => void): Hints {
  const hints = all<HTMLDetailsElement>(question, Part.Hint)
  let read = 0

  function show(): void {
    for (const [at, hint] of hints.entries()) hint.hidden = at > read
  }

  for (const [at, hint] of hints.entries()) {
    hint.addEventListener("toggle", () => {
      if (!hint.open || at < read) return
      read = at + 1
      show()
      changed()
    })
  }
  return {
    used: () => read,
    restore(used) {
      read = Math.min(used, hints.length)
      for (const [at, hint] of hints.entries()) hint.open = at < read
      show()
    },
  }
}
