// Prints one part of a page alone, as it is filled in or empty; the style sheet leaves the rest out.
import { Mark } from "./page"

export function printPart(part: HTMLElement, how: "filled" | "blank"): void {
  part.setAttribute(Mark.Printing, how)
  addEventListener("afterprint", () => part.removeAttribute(Mark.Printing), { once: true })
  print()
}
