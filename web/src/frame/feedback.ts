// The links at the foot of a page: puts the part of the page that is on the screen into the email or form they open.
import { all } from "../dom"

const MARK = "%5Bheading%5D"

export function enhanceFeedback(): void {
  for (const link of all<HTMLAnchorElement>(document, ".hb-feedback a")) {
    const address = link.getAttribute("href") ?? ""
    if (address.includes(MARK))
      link.addEventListener("click", () => link.setAttribute("href", address.replace(MARK, encodeURIComponent(part()))))
  }
}

/** The heading over the words that are selected, else over what stands at the top of the window. */
function part(): string {
  const headings = all(document, "article :is(h1, h2, h3, h4)")
  const chosen = getSelection()
  const range = chosen && !chosen.isCollapsed ? chosen.getRangeAt(0) : null
  const above = headings.filter((heading) =>
    range ? range.comparePoint(heading, 0) < 0 : heading.getBoundingClientRect().top < innerHeight / 4,
  )
  const words = (above[above.length - 1] ?? headings[0])?.textContent?.trim() ?? ""
  return range ? `${words}: "${String(chosen).trim().slice(0, 200)}"` : words
}
