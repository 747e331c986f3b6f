// Prints one part of a page alone, as it is filled in or empty; the style sheet leaves the rest out.

export function printPart(part: HTMLElement, how: "filled" | "blank"): void {
  part.dataset["printing"] = how
  addEventListener("afterprint", () => delete part.dataset["printing"], { once: true })
  print()
}
