// Where a reader is on a page: the header and the list of contents follow the scrolling.
import { all } from "../dom"
import { ThemePart, ThemeState } from "../page"

interface Entry {
  readonly link: HTMLElement
  readonly heading: HTMLElement
}

/** Marks in the contents what is read, and brings the entry of the page in the menu, and of what is read, into view. */
export function enhancePlace(): void {
  const lists = all(document, ThemePart.Contents).map(entriesOf)
  let isWaiting = false
  const look = (): void => {
    isWaiting = false
    markHeader()
    for (const entries of lists) markRead(entries)
  }
  const wait = (): void => {
    if (!isWaiting) requestAnimationFrame(look)
    isWaiting = true
  }
  for (const event of ["scroll", "resize"]) addEventListener(event, wait, { passive: true })
  all(document, ThemePart.Entry).forEach(reveal)
  look()
}

function entriesOf(list: HTMLElement): Entry[] {
  return all<HTMLAnchorElement>(list, "a[href^='#']").flatMap((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    return heading ? [{ link, heading }] : []
  })
}

/** Once the page's own title is out of sight the header shows it, and once the text is under it, a shadow. */
function markHeader(): void {
  const [header, name, main, title] = [
    ThemePart.Header,
    ThemePart.HeaderTitle,
    ThemePart.Main,
    ThemePart.PageTitle,
  ].map((selector) => document.querySelector(selector))
  const edge = header?.getBoundingClientRect().bottom ?? 0
  header?.classList.toggle(ThemeState.Raised, main ? main.getBoundingClientRect().top < edge - 1 : false)
  name?.classList.toggle(ThemeState.TitleShown, title ? title.getBoundingClientRect().bottom < edge : false)
}

function markRead(entries: readonly Entry[]): void {
  const page = document.documentElement
  const isEnd = page.scrollTop > 0 && page.scrollTop + innerHeight >= page.scrollHeight - 1
  const passed = entries.filter(({ heading }) => isEnd || heading.getBoundingClientRect().top <= edge(heading)).length
  for (const [at, { link }] of entries.entries()) {
    const isRead = at === passed - 1
    if (isRead && !link.classList.contains(ThemeState.Active)) reveal(link)
    link.classList.toggle(ThemeState.Active, isRead)
    link.classList.toggle(ThemeState.Passed, at < passed - 1)
  }
}

/** Where a heading comes to lie when a link leads to it, and a bit more. */
function edge(heading: HTMLElement): number {
  const { scrollPaddingTop } = getComputedStyle(document.documentElement)
  const { scrollMarginTop } = getComputedStyle(heading)
  return (Number.parseFloat(scrollPaddingTop) || 0) + (Number.parseFloat(scrollMarginTop) || 0) + 2
}

function reveal(link: HTMLElement): void {
  const column = link.closest(ThemePart.Column)
  if (!column) return
  const [entry, frame] = [link.getBoundingClientRect(), column.getBoundingClientRect()]
  if (entry.top < frame.top || entry.bottom > frame.bottom) column.scrollTop += entry.top - frame.top - frame.height / 2
}
