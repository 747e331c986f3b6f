// What a page has folded or cut off: it opens for a link into it and for print, and scrolls by keyboard.
import { all } from "../dom"
import { ThemePart } from "../page"

export function enhanceContent(): void {
  openTarget()
  addEventListener("hashchange", openTarget)
  openForPrint()
  reachCode()
  addEventListener("resize", reachCode, { passive: true })
}

/** Opens what is folded around the place that the address names, or the tab that it names. */
function openTarget(): void {
  const target = targetOf(location.hash)
  if (target instanceof HTMLInputElement && target.matches(ThemePart.Tab)) target.checked = true
  const folds = all<HTMLDetailsElement>(document, "details").filter((fold) => !fold.open && fold.contains(target))
  for (const fold of target ? folds : []) fold.open = true
  if (target && folds.length) target.scrollIntoView()
}

function targetOf(hash: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)))
  } catch {
    return null // an address that was cut off behind a "%"
  }
}

function openForPrint(): void {
  let folds: HTMLDetailsElement[] = []
  addEventListener("beforeprint", () => {
    folds = all<HTMLDetailsElement>(document, "details:not([open])")
    for (const fold of folds) fold.open = true
  })
  addEventListener("afterprint", () => {
    for (const fold of folds) fold.open = false
  })
}

/** Code that is wider than its place can be scrolled by keyboard, too. */
function reachCode(): void {
  for (const code of all(document, "pre > code")) {
    if (code.scrollWidth > code.clientWidth) code.tabIndex = 0
    else code.removeAttribute("tabindex")
  }
}
