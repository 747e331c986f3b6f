// The menu and the search of the theme, by keyboard: its buttons, Escape, and where the focus goes.
import { all } from "../dom"
import { data, Part, SEARCH } from "../page"

const shown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true })

/** Makes the buttons of the header work, and brings the focus back where it was when what they opened closes. */
export function enhanceMenu(): void {
  for (const opener of all<HTMLButtonElement>(document, Part.Opener)) {
    const box = document.getElementById(data(opener, "opens"))
    const part = document.getElementById(opener.getAttribute("aria-controls") ?? "")
    if (box instanceof HTMLInputElement && part) connect(opener, box, part)
  }
  // Enter opens a group of the menu as Space does, and Space switches the colors as Enter does.
  document.addEventListener("keydown", (event) => {
    const at = event.target
    if (!(at instanceof HTMLInputElement)) return
    if (event.key === "Enter" && at.matches(".md-nav__toggle")) at.click()
    if (event.key === " " && at.matches(".md-option")) {
      event.preventDefault()
      const label = at.nextElementSibling
      if (label instanceof HTMLLabelElement) label.click()
    }
  })
}

function connect(opener: HTMLButtonElement, box: HTMLInputElement, part: HTMLElement): void {
  const searches = box.id === SEARCH
  let before: HTMLElement | null = null

  opener.addEventListener("click", () => {
    if (!searches || !box.checked) box.click()
    if (searches) part.querySelector("input")?.focus()
  })
  box.addEventListener("change", () => {
    opener.setAttribute("aria-expanded", String(box.checked))
    if (box.checked && !searches && document.activeElement === opener)
      all(part, "a, input").find(shown)?.focus({ preventScroll: true })
  })
  document.addEventListener("focusin", ({ target, relatedTarget }) => {
    const inside = target instanceof Node && part.contains(target)
    const wasInside = relatedTarget instanceof Node && part.contains(relatedTarget)
    if (inside && !wasInside) before = relatedTarget instanceof HTMLElement ? relatedTarget : null
    if (!inside && target !== opener && box.checked && !searches) box.click() // it would cover what has the focus
  })
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !box.checked) return
    if (!searches) box.click() // the search closes by itself
    setTimeout(() => (before && shown(before) ? before : shown(opener) ? opener : null)?.focus())
  })
}
