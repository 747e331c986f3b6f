// How a page or question would look, with links that work from here. What is clicked in it tells its words.
import { all, el } from "../dom"

export interface Preview {
  readonly place: HTMLElement
  /** Shows what the library made for an address of the site. */
  readonly show: (html: string, address: string) => void
}

/** A preview; `home` is the address of the site's first folder. `onPick` takes words and the id of the box around them. */
export function previewFor(home: string, onPick: (words: string, id: string) => void): Preview {
  const place = el("div", { class: "hb-paper hb-pickable" })
  place.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element) || target.closest("a, button, input, select, summary")) return
    const part = target.closest("p, li, td, th, dt, dd, h1, h2, h3, h4, q, figcaption, legend, label") ?? target
    const box = target.closest("[id]")
    const words = (part.querySelector("p, q") ?? part).textContent ?? ""
    if (place.contains(part)) onPick(words, box && place.contains(box) ? box.id : "")
  })

  function show(html: string, address: string): void {
    place.replaceChildren(...parsed(html, new URL(address, home)))
  }

  return { place, show }
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
  return [...body.childNodes]
}
