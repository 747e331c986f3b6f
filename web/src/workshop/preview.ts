// How a page or question would look, with links that work from here. What is clicked in it tells where it is from.
import { all, el, isByKey } from "../dom"
import { data, Part } from "../page"
import { type Origin, originOf, takeMarks } from "./marks"

export interface Preview {
  readonly place: HTMLElement
  /** Shows what the library made for an address of the site. */
  readonly show: (html: string, address: string) => void
  /** Shows that there is nothing yet. */
  readonly clear: () => void
}

const NOTHING = "The preview comes as soon as there is something to show."

/** The question and the box that words of another file are in. */
export interface Elsewhere {
  readonly item: string
  readonly box: string
}

/**
 * A preview; `home` is the address of the site's first folder. `onPick` takes where the words that were clicked are from,
 * null where another file has them, and what tells that file. Links are followed by keyboard, or with Control or the Command key.
 */
export function previewFor(home: string, onPick: (origin: Origin | null, elsewhere: Elsewhere) => void): Preview {
  const place = el("div", { class: "hb-paper hb-pickable" })
  place.addEventListener("click", (event) => {
    const { target, ctrlKey, metaKey } = event
    if (!(target instanceof Element) || target.closest("button, input, select, textarea, summary")) return
    if (target.closest("a")) {
      if (isByKey(event) || ctrlKey || metaKey) return
      event.preventDefault()
    }
    const origin = originOf(target, place)
    if (origin !== undefined) onPick(origin, elsewhere(target))
  })

  function show(html: string, address: string): void {
    place.replaceChildren(...parsed(html, new URL(address, home)))
  }

  function clear(): void {
    place.replaceChildren(el("p", { class: "hb-note" }, NOTHING))
  }

  return { place, show, clear }
}

function elsewhere(target: Element): Elsewhere {
  const question = target.closest<HTMLElement>(`${Part.Item}, ${Part.Answer}`)
  const box = target.closest("section.hb")?.querySelector("[id]")
  return { item: data(question, "item") || data(question, "answer"), box: box?.id ?? "" }
}

/** The library's HTML with links and pictures that work from here: it was made for the page's own address. */
function parsed(html: string, at: URL): Node[] {
  const { body } = new DOMParser().parseFromString(html, "text/html")
  for (const link of all<HTMLAnchorElement>(body, "a[href]")) {
    link.href = new URL((link.getAttribute("href") ?? "").replace(/\.md(#|$)/, ".html$1"), at).href
    link.target = "_blank"
  }
  for (const image of all<HTMLImageElement>(body, "img[src]"))
    image.src = new URL(image.getAttribute("src") ?? "", at).href
  for (const sheet of all(body, "link")) sheet.remove()
  takeMarks(body)
  return [...body.childNodes]
}
