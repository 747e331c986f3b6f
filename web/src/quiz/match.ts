// Questions answered by pairing: match, classify. Each entry has a list to choose from; and what it belongs to can be
// tapped, one entry after the other.
import { all, button, el, need, status } from "../dom"
import { data, Mark, optionIn, Part } from "../page"
import { scoreMatch } from "../score"
import { bestOf, type Control, nameOf, reasonOf, removeMark, sayHow, showMark, shuffle } from "./control"
import * as say from "./messages"

interface Row {
  readonly place: HTMLElement
  readonly ident: string
  readonly select: HTMLSelectElement
  /** Shows the choice in full: a select cuts what is too long for it. */
  readonly shown: HTMLElement
}

export function enhanceMatch(question: HTMLElement, key: HTMLElement): Control {
  const list = need(question, Part.Pairs)
  const targets = need(question, Part.Targets)
  const announcer = status("hb-heard")
  const rows = all(list, ":scope > li").map(rowOf)
  const right = new Map(all(key, Part.RightPair).map((pair) => [nameOf(pair), data(pair, "to")]))
  const isRight = ({ ident, select }: Row): boolean => select.value === right.get(ident)
  let current: Row | null = null
  let locked = false
  sayHow(question, say.pairUp)
  list.after(announcer)

  for (const row of rows) {
    row.place.addEventListener("click", ({ target }) => {
      if (!locked && target instanceof Node && !targets.contains(target)) point(row)
    })
    row.select.addEventListener("change", () => {
      show()
      if (row === current && row.select.value) point(firstOpen())
    })
  }
  for (const target of all(targets, "li"))
    target.replaceChildren(button("", () => onPick(target), { class: "hb-button hb-pick" }, ...target.childNodes))

  const firstOpen = (): Row | null => rows.find(({ select }) => !select.value) ?? null

  /** What can be tapped stands below the entry that it is for; without one, where paper has it. */
  function point(row: Row | null): void {
    const focus = targets.contains(document.activeElement) ? document.activeElement : null
    current = row
    for (const each of rows) each.place.toggleAttribute(Mark.Current, each === row)
    if (row) row.place.append(targets)
    else list.before(targets)
    targets.setAttribute("aria-label", row ? say.whatFor(textOf(row.place)) : "")
    if (focus instanceof HTMLElement) (row ? focus : question.querySelector<HTMLElement>(".hb-check"))?.focus()
  }

  function onPick(target: HTMLElement): void {
    if (!current) return
    const { place, select } = current
    select.value = nameOf(target)
    announcer.textContent = say.paired(textOf(place), target.textContent?.trim() ?? "")
    select.dispatchEvent(new Event("change", { bubbles: true }))
  }

  function show(): void {
    for (const { select, shown } of rows) shown.textContent = select.selectedOptions[0]?.text ?? ""
  }

  function put(choice: (row: Row) => string): void {
    for (const row of rows) {
      row.select.value = choice(row)
      if (row.select.selectedIndex < 0) row.select.value = ""
    }
    show()
    point(locked ? null : firstOpen())
  }

  function lock(now: boolean): void {
    locked = now
    for (const { select } of rows) select.disabled = now
    announcer.textContent = ""
    point(now ? null : firstOpen())
  }

  addEventListener("beforeprint", () => list.before(targets))
  addEventListener("afterprint", () => point(current))
  return {
    missing: () => (firstOpen() ? say.chooseEach : null),
    answer: () => rows.flatMap(({ ident, select }) => (select.value ? [ident, select.value] : [])),
    restore(saved) {
      put(({ ident }) => saved[saved.findIndex((name, place) => place % 2 === 0 && name === ident) + 1 || -1] ?? "")
    },
    score: () => scoreMatch(new Map(rows.map(({ ident, select }) => [ident, select.value])), right),
    mark() {
      lock(true)
      for (const row of rows) {
        const target = optionIn(key, row.ident)?.querySelector(Part.Target)?.cloneNode(true) ?? ""
        if (isRight(row)) showMark(row.place, "right", [say.right])
        else showMark(row.place, "wrong", [say.goesWith, target])
      }
      const hits = rows.filter(isRight)
      const reasons = (some: readonly Row[]): HTMLElement[] =>
        some.flatMap(({ ident }) => reasonOf(key, ident, say.right))
      return {
        amount: hits.length && hits.length < rows.length ? say.hits(hits.length, rows.length) : "",
        reasons: [...(hits.length < rows.length ? bestOf(key) : []), ...reasons(rows.filter((row) => !isRight(row)))],
        others: reasons(hits),
      }
    },
    unmark() {
      lock(false)
      for (const { place } of rows) removeMark(place)
    },
    clear: () => put(() => ""),
    arrange(random) {
      shuffle(list, random)
      // Categories may stand in an order of their own, as sooner and later do.
      if (data(question, "type") === "match") {
        shuffle(targets, random)
        for (const { select } of rows) letterAnew(select, all(targets, "li").map(nameOf))
      }
      rows.sort((one, other) =>
        one.place.compareDocumentPosition(other.place) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
      )
      show()
      point(locked ? null : firstOpen())
    },
    focusTarget: () => question.querySelector("select"),
  }
}

/** An entry with its list to choose from; the choice is shown in full, and the list lies over it. */
function rowOf(place: HTMLElement): Row {
  const select = need<HTMLSelectElement>(place, "select")
  const shown = el("span", { "aria-hidden": "true" })
  const box = el("span", { class: "hb-choice" })
  select.before(box)
  box.append(shown, select)
  return { place, ident: nameOf(place), select, shown }
}

function textOf(place: HTMLElement): string {
  return place.querySelector("label > span")?.textContent?.trim() ?? ""
}

/** Puts the choices of a select into the order of what they name, and gives them their new letters. */
function letterAnew(select: HTMLSelectElement, order: readonly string[]): void {
  const choice = select.value
  const options = [...select.options]
  for (const [at, name] of order.entries()) {
    const option = options.find(({ value }) => value === name)
    if (!option) continue
    option.text = String.fromCharCode(65 + at) + option.text.slice(1)
    select.append(option)
  }
  select.value = choice
}
