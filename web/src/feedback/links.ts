// The links at the foot of a page: puts the part of the page that is on the screen into the email or form they open.
import { all } from "../dom"
import { Part } from "../page"

const HEADING = "%5Bheading%5D"

export function enhanceLinks(): void {
  for (const link of all<HTMLAnchorElement>(document, Part.FeedbackLinks)) {
    const address = link.getAttribute("href") ?? ""
    const onClick = (): void => link.setAttribute("href", withPart(address, part()))
    if (address.includes(HEADING)) link.addEventListener("click", onClick)
  }
}

/** The address with a part of the page in it. */
export function withPart(address: string, words: string): string {
  return address.replace(HEADING, encodeURIComponent(words))
}

/** The heading over the words that are selected, else over what stands at the top of the window. */
export function part(): string {
  const headings = all(document, "article :is(h1, h2, h3, h4)")
  const selection = getSelection()
  const range = selection && !selection.isCollapsed ? selection.getRangeAt(0) : null
  const above = headings.filter((heading) =>
    range ? range.comparePoint(heading, 0) < 0 : heading.getBoundingClientRect().top < innerHeight / 4,
  )
  const words = (above[above.length - 1] ?? headings[0])?.textContent?.trim() ?? ""
  return range ? `${words}: "${String(selection).trim().slice(0, 200)}"` : words
}
