// What the command bar shows: answers to what is typed; with nothing typed, what was chosen last and what is needed
// most; where nothing was found, words that come near, whom to ask, and a way to tell HR.
import { button, el, status } from "../dom"
import { search as say } from "../messages"
import type { Store } from "../store"
import { copy } from "../words/copy"
import { type Choice, type Group, groupsOf } from "./answers"
import type { Shown } from "./bar"
import type { Contents, Page } from "./contents"
import type { Finder, Outcome } from "./finder"
import { keepMissed, missed, recent } from "./kept"
import { isAside, words } from "./words"

const MOST_NEEDED = 8
const MOST_NEAR = 3

/** What is shown before anything is typed. */
export function shownFirst({ pages, needed }: Contents, store: Store): Shown {
  const cards = needed.flatMap((at) => pages[at] ?? []).slice(0, MOST_NEEDED)
  const groups: Group[] = [
    { kind: "recent", choices: recent(store) },
    { kind: "needed", choices: cards.map(({ title, at }: Page): Choice => ({ text: title, about: "", at })) },
  ]
  return { groups: groups.filter(({ choices }) => choices.length), marked: new Set(), note: [] }
}

/** What is shown for a query that pages answer. */
export function shownFor(outcome: Outcome, finder: Finder): Shown {
  const marked = new Set(outcome.wanted.flatMap(({ terms }) => [...terms.keys()]).filter((term) => !isAside(term)))
  const taken = outcome.wanted.filter((one) => one.taken.length)
  const unknown = outcome.wanted.filter((one) => one.needed && !one.terms.size).map(({ word }) => word)
  const spelled = (term: string): string => finder.lexicon.spelled(term)
  const note = taken.map(({ word, taken: terms }) =>
    el("p", {}, say.similar(word, terms.slice(0, MOST_NEAR).map(spelled))),
  )
  if (unknown.length) note.push(el("p", {}, say.unknown(unknown)))
  return { groups: groupsOf(outcome, finder), marked, note }
}

/** What is shown where nothing was found. `ask` looks for something else. */
export function shownForNothing(query: string, finder: Finder, site: Site, ask: (query: string) => void): Shown {
  const { contacts, email } = finder.contents
  const near = nearWords(query, finder)
  const others = near.map((word) => button(word, () => ask(word), { class: "hb-button" }))
  const who = el("a", { href: new URL(contacts, site.root).href }, say.contacts)
  const note = [
    el("p", { class: "hb-search-nothing" }, say.nothing(query)),
    ...(others.length ? [el("p", { class: "hb-buttons" }, say.near, ...others)] : []),
    ...(contacts ? [el("p", {}, say.ask, " ", who, ".")] : []),
    telling(query, site.store, email),
  ]
  return { groups: [], marked: new Set(), note }
}

/** Where the site is, and what it keeps in this browser. */
export interface Site {
  readonly root: string
  readonly store: Store
}

/** Words of the handbook that begin like those of a query, or are spelled much like them. */
function nearWords(query: string, { lexicon }: Finder): string[] {
  const near = words(query).flatMap((word) => [...lexicon.near(word), ...lexicon.beginning(word.slice(0, 4))])
  const inPages = [...new Set(near)].filter((term) => lexicon.has(term))
  return inPages.slice(0, MOST_NEAR).map((term) => lexicon.spelled(term))
}

/** The button that keeps a query for HR, and with it those kept before: to copy, or to send by email. */
function telling(query: string, store: Store, email: string): HTMLElement {
  const place = el("div", { class: "hb-missed" })
  const told = status("hb-told")
  let kept = [...missed(store)]
  show()
  return place

  function keep(queries: readonly string[]): void {
    kept = [...queries]
    keepMissed(store, kept)
    show()
  }

  function show(): void {
    const adds = kept.includes(query) ? [] : [button(say.tell, () => keep([...kept, query]), { class: "hb-button" })]
    const items = kept.map((each) => el("li", {}, each))
    const list = kept.length ? [el("p", {}, say.kept), el("ul", {}, ...items), sending()] : []
    place.replaceChildren(...adds, ...list, told)
  }

  function sending(): HTMLElement {
    const text = say.report(kept)
    const onCopy = async (): Promise<void> => {
      told.textContent = (await copy(text)) ? say.copied : say.notCopied
    }
    const mail = `mailto:${email}?subject=${encodeURIComponent(say.subject)}&body=${encodeURIComponent(text)}`
    return el(
      "p",
      { class: "hb-buttons" },
      button(say.copyList, () => void onCopy()),
      ...(email ? [el("a", { href: mail, class: "hb-button" }, say.mail)] : []),
      button(say.sent, () => keep([])),
    )
  }
}
