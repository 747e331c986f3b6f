// The menu of the theme, by keyboard: its button, Escape, and where the focus goes.
import { all } from "../dom"
import { data, Part, ThemePart } from "../page"

const isVisible = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true })

/** Makes the button of the menu work, and brings the focus back where it was when the menu closes. */
export function enhanceMenu(): void {
  for (const opener of all<HTMLButtonElement>(document, Part.Opener)) {
    const box = document.getElementById(data(opener, "opens"))
    const part = document.getElementById(opener.getAttribute("aria-controls") ?? "")
    if (box instanceof HTMLInputElement && part) connect(opener, box, part)
  }
  // Enter opens a group of the menu as Space does
  document.addEventListener("keydown", ({ key, target }) => {
    if (key === "Enter" && target instanceof HTMLInputElement && target.matches(ThemePart.Group)) target.click()
  })
}

function connect(opener: HTMLButtonElement, box: HTMLInputElement, part: HTMLElement): void {
  let before: HTMLElement | null = null

  opener.addEventListener("click", () => box.click())
  box.addEventListener("change", () => {
    opener.setAttribute("aria-expanded", String(box.checked))
    if (box.checked && document.activeElement === opener)
      all(part, "a, input").find(isVisible)?.focus({ preventScroll: true })
  })
  part.addEventListener("click", ({ target }) => {
    const isInPage = target instanceof Element && target.closest("a[href^='#']")
    if (isInPage && box.checked) box.click() // it would cover what the link leads to
  })
  document.addEventListener("focusin", ({ target, relatedTarget }) => {
    const inside = target instanceof Node && part.contains(target)
    const wasInside = relatedTarget instanceof Node && part.contains(relatedTarget)
    if (inside && !wasInside) before = relatedTarget instanceof HTMLElement ? relatedTarget : null
    if (!inside && target !== opener && box.checked) box.click() // it would cover what has the focus
  })
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !box.checked) return
    box.click()
    setTimeout(() => (before && isVisible(before) ? before : isVisible(opener) ? opener : null)?.focus())
  })
}
