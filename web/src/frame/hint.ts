// What the search says where it finds nothing, or only words that come close.
import { el } from "../dom"
import { search as say } from "../messages"
import { Part } from "../page"
import { SIMILAR } from "../search/again"

/** What the theme tells its script. */
type Config = { readonly translations?: Readonly<Record<string, string>> }

export function enhanceSearch(): void {
  const result = document.querySelector<HTMLElement>(".md-search-result")
  const meta = result?.querySelector(".md-search-result__meta")
  const list = result?.querySelector(".md-search-result__list")
  if (!result || !meta || !list) return
  const nothing = wordsForNothing()
  const quick = document.querySelector<HTMLAnchorElement>(Part.QuickLink)?.href
  const hint = el("div", { class: "hb-search-hint", role: "status" })
  let similar: readonly string[] = []
  let last = ""
  list.before(hint) // the theme takes the first and the last part for its own

  addEventListener(SIMILAR, ({ detail }) => {
    similar = detail
  })
  new MutationObserver(show).observe(meta, { childList: true, characterData: true, subtree: true })
  new MutationObserver(show).observe(list, { childList: true })

  function show(): void {
    const none = meta?.textContent?.trim() === nothing
    const words = none ? say.nothing : similar.length && list?.children.length ? say.similar(similar) : ""
    if (last === words) return
    last = words
    hint.replaceChildren(...(words ? [el("p", {}, words)] : []))
    // the theme sorts links by this number when Enter is pressed; here there is no other
    if (none && quick) hint.append(el("a", { href: quick }, el("span", { "data-md-score": "0" }, say.quick)))
  }
}

function wordsForNothing(): string {
  try {
    const config: Config = JSON.parse(document.getElementById("__config")?.textContent ?? "{}")
    return config.translations?.["search.result.none"] ?? ""
  } catch {
    return ""
  }
}
