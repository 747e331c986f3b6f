// Loaded when someone comes to the command bar: brings the index, and lets the bar answer.
import { bring } from "../deferred"
import { el } from "../dom"
import { search as say } from "../messages"
import { openBar } from "../search/bar"
import type { Contents, OtherWords } from "../search/contents"
import { Finder, isKnown } from "../search/finder"
import { keepRecent } from "../search/kept"
import { shownFirst, shownFor, shownForNothing } from "../search/search"
import { scriptAddress, siteStore } from "../site"
import { filled } from "../words/fill"
import { ownWords } from "../words/personal"

const here = scriptAddress()
const root = new URL("../../", here).href
const store = siteStore(here)(() => {})
const file = (name: string): string => new URL(`search/${name}.js`, root).href
const command = window.handbookCommand

async function start(): Promise<void> {
  if (!command) return
  const [contents] = await Promise.all([bring<Contents>("search-index", file("index")), dressed()])
  let finder = new Finder(contents)
  let isWhole = false

  const refresh = openBar(command, {
    root,
    lexicon: finder.lexicon,
    show(typed) {
      const query = typed.trim()
      if (!query) return shownFirst(finder.contents, store)
      const outcome = finder.find(query, !/\s$/.test(typed))
      if (!isWhole && !isKnown(outcome)) void complete()
      return outcome.results.length ? shownFor(outcome, finder) : shownForNothing(query, finder, { root, store }, ask)
    },
    own: (line) => filled(line, ownWords(store)),
    chose: (choice) => keepRecent(store, choice),
  })

  function ask(query: string): void {
    if (!command) return
    command.input.value = query
    command.input.focus()
    refresh()
  }

  /** Brings the words of the running texts: only for words that are nowhere else. */
  async function complete(): Promise<void> {
    isWhole = true
    finder = new Finder(finder.contents, await bring<OtherWords>("search-words", file("words")))
    refresh()
  }
}

/** Brings the style sheet of the open bar. */
function dressed(): Promise<void> {
  const sheet = el("link", { rel: "stylesheet", href: new URL("../stylesheets/search.css", here).href })
  document.head.append(sheet)
  return new Promise((resolve) => {
    for (const event of ["load", "error"]) sheet.addEventListener(event, () => resolve(), { once: true })
  })
}

start().catch(() => command?.bar.append(el("p", { class: "hb-search-note", role: "status" }, say.notLoaded)))
