// What a button of the bar opens below it: one at a time, closed by Escape.
import { el } from "../dom"

export interface Panels {
  readonly place: HTMLElement
  /** Lets a button open and close a part. */
  add(opener: HTMLButtonElement, ...content: readonly (Node | string)[]): void
  toggle(opener: HTMLButtonElement, open?: boolean): void
}

export function panels(): Panels {
  const place = el("div")
  const parts = new Map<HTMLButtonElement, HTMLElement>()

  function toggle(opener: HTMLButtonElement, open = opener.getAttribute("aria-expanded") !== "true"): void {
    for (const [each, part] of parts) {
      const shown = each === opener && open
      part.hidden = !shown
      each.setAttribute("aria-expanded", String(shown))
    }
  }

  place.addEventListener("keydown", ({ key, target }) => {
    const [opener, part] = [...parts].find(([, each]) => !each.hidden) ?? []
    if (key !== "Escape" || !opener || !(target instanceof Node) || !part?.contains(target)) return
    toggle(opener, false)
    opener.focus()
  })
  return {
    place,
    toggle,
    add(opener, ...content) {
      const part = el("div", { class: "hb-panel", id: `hb-panel-${parts.size + 1}` }, ...content)
      opener.setAttribute("aria-controls", part.id)
      parts.set(opener, part)
      toggle(opener, false)
      place.append(part)
    },
  }
}
