// The digits 1 to 9 on the list of quick cards: each opens the card that shows it, while keys are on (WCAG 2.1.4).
import { all } from "../dom"
import { Mark, Part } from "../page"
import type { Store } from "../store"
import { keysAreOff, meansNoKey } from "./shortcuts"

export function enhanceDigits(store: Store): void {
  const list = document.querySelector<HTMLAnchorElement>(Part.QuickLink)
  if (list?.href.replace(/#.*/, "") !== location.href.replace(/#.*/, "")) return
  const cards = all<HTMLAnchorElement>(document, Part.CardLink).slice(0, 9)
  if (!keysAreOff(store)) {
    for (const [at, card] of cards.entries()) {
      card.setAttribute("aria-keyshortcuts", String(at + 1))
      card.closest("li")?.setAttribute(Mark.Digit, String(at + 1))
    }
  }
  addEventListener("keydown", (event) => {
    const card = /^[1-9]$/.test(event.key) ? cards[Number(event.key) - 1] : undefined
    if (card && !meansNoKey(event) && !keysAreOff(store)) card.click()
  })
}
