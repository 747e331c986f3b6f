// The command bar at work: a box to type in and a list of answers, by the combobox pattern of the ARIA Authoring
// Practices. The focus stays in the box; arrows choose. Each answer is a link to where it stands.
import { button, el, setText, status } from "../dom"
import type { Command } from "../frame/command"
import { search as say } from "../messages"
import { copy } from "../words/copy"
import type { Choice, Group } from "./answers"
import type { Lexicon } from "./lexicon"
import { stem, words } from "./words"

/** What the bar shows for what is typed. */
export interface Shown {
  readonly groups: readonly Group[]
  /** The terms that are marked in the answers. */
  readonly marked: ReadonlySet<string>
  /** What else there is to say or to do. */
  readonly note: readonly Node[]
}

/** Where the bar gets its answers. */
export interface Source {
  /** The address of the site's first folder. */
  readonly root: string
  readonly lexicon: Lexicon
  show(query: string): Shown
  /** A line to say with the reader's own words in it. */
  own(line: string): string
  /** Remembers what was chosen. */
  chose(choice: Choice): void
}

const ANSWERS = "hb-answers"
/** How long nobody types before a screen reader is told how many answers there are. */
const QUIET = 400

/** Lets a bar answer. Gives what shows the answers anew, when there are others for what is typed. */
export function openBar({ bar, input, leave }: Command, source: Source): () => void {
  const list = el("div", { role: "listbox", id: ANSWERS, "aria-label": say.answers, class: "hb-answers" })
  const copies = el("div", { class: "hb-answer-copies" })
  const note = el("div", { class: "hb-search-note" })
  const told = status("hb-heard")
  const panel = el("div", { class: "hb-search-panel" }, note, list, copies, told)
  let options: HTMLAnchorElement[] = []
  let active = -1
  let row = 0
  let quiet = 0

  panel.hidden = true
  bar.append(button(say.close, onClose, { class: "hb-button hb-search-close" }), panel)
  input.setAttribute("aria-controls", ANSWERS)
  input.addEventListener("input", update)
  input.addEventListener("focus", open)
  input.addEventListener("click", open)
  input.addEventListener("keydown", onKey)
  bar.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target !== input) input.focus()
  })
  // the focus stays in the box when someone clicks on what is no control
  panel.addEventListener("mousedown", (event) => {
    if (!(event.target instanceof Element && event.target.closest("button"))) event.preventDefault()
  })
  for (const event of ["focusin", "pointerdown"])
    document.addEventListener(event, ({ target }) => {
      if (target instanceof Node && !bar.contains(target)) close()
    })
  if (document.activeElement === input) open()
  return () => {
    if (!panel.hidden) update()
  }

  function open(): void {
    if (panel.hidden) update()
  }

  function update(): void {
    const query = input.value.trim()
    const shown = source.show(input.value)
    panel.hidden = false
    bar.classList.add("hb-open")
    options = []
    row = 0
    copies.replaceChildren()
    list.replaceChildren()
    note.replaceChildren(...shown.note)
    inRow(note)
    for (const group of shown.groups) list.append(groupOf(group, shown.marked))
    inRow(told)
    // where nothing is found, there is no list to open
    input.setAttribute("aria-expanded", String(options.length > 0))
    panel.scrollTop = 0
    activate(-1)
    clearTimeout(quiet)
    quiet = window.setTimeout(() => setText(told, say.count(options.length, query)), QUIET)
  }

  function close(): void {
    panel.hidden = true
    bar.classList.remove("hb-open")
    input.setAttribute("aria-expanded", "false")
    activate(-1)
    clearTimeout(quiet)
    setText(told, "")
  }

  function onClose(): void {
    close()
    leave()
  }

  function groupOf({ kind, choices }: Group, marked: ReadonlySet<string>): HTMLElement {
    const name = `${ANSWERS}-${kind}`
    const title = el("div", { id: name, class: "hb-answer-kind" }, say.kinds[kind])
    const group = el("div", { role: "group", "aria-labelledby": name, class: "hb-answer-group" }, title)
    inRow(title)
    for (const choice of choices) group.append(optionOf(choice, marked))
    return group
  }

  function optionOf(choice: Choice, marked: ReadonlySet<string>): HTMLElement {
    const text = choice.spoken ? source.own(choice.text) : choice.text
    const parts = markedParts(text, marked, source.lexicon)
    const option = el(
      "a",
      {
        role: "option",
        id: `${ANSWERS}-${options.length + 1}`,
        href: new URL(choice.at, source.root).href,
        tabindex: "-1",
        "aria-selected": "false",
        class: "hb-answer",
      },
      el(choice.spoken ? "q" : "span", { class: "hb-answer-text" }, ...parts),
    )
    if (choice.about) option.append(" ", el("span", { class: "hb-answer-about" }, choice.about))
    option.addEventListener("click", () => {
      source.chose(choice)
      close()
    })
    option.addEventListener("pointermove", () => activate(options.indexOf(option)))
    options.push(option)
    inRow(option)
    if (choice.spoken) addCopier(text, option)
    return option
  }

  /** Puts a button beside an answer. It stands outside the list, which can hold nothing but options. */
  function addCopier(text: string, option: HTMLElement): void {
    const onPress = async (): Promise<void> => {
      const done = await copy(text)
      setText(told, done ? say.copied : say.notCopied)
      if (done) name(say.done)
    }
    const copier = button("", () => void onPress(), { class: "hb-button hb-answer-copy" })
    const name = (verb: string): void => {
      copier.textContent = verb
      copier.setAttribute("aria-label", say.copyThis(verb, text))
    }
    name(say.copy)
    copier.style.gridRow = option.style.gridRow
    copies.append(copier)
  }

  /** Gives a part of the panel a row of its own. */
  function inRow(part: HTMLElement): void {
    row += 1
    part.style.gridRow = String(row)
  }

  function activate(at: number): void {
    options[active]?.setAttribute("aria-selected", "false")
    active = at
    const option = options[at]
    option?.setAttribute("aria-selected", "true")
    if (option) input.setAttribute("aria-activedescendant", option.id)
    else input.removeAttribute("aria-activedescendant")
  }

  function move(to: number): void {
    activate(options.length ? (to + options.length) % options.length : -1)
    options[active]?.scrollIntoView({ block: "nearest" })
  }

  function onKey(event: KeyboardEvent): void {
    // Safari tells by this code alone that a key still belongs to what is being composed
    if (event.isComposing || event.keyCode === 229 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(active + 1),
      ArrowUp: () => move(active < 0 ? -1 : active - 1),
      Home: () => move(0),
      End: () => move(-1),
      Enter: () => options[Math.max(active, 0)]?.click(),
      Escape: () => onEscape(),
    }
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    if (event.key !== "Escape") open()
    act()
  }

  /** Closes the list; if it is closed, empties the box and goes back to where one was. */
  function onEscape(): void {
    if (!panel.hidden) {
      close()
      if (input.value) return
    }
    input.value = ""
    leave()
  }
}

/** A text with the words marked that were looked for, or that mean the same. */
function markedParts(text: string, marked: ReadonlySet<string>, lexicon: Lexicon): (Node | string)[] {
  return text.split(/([\p{L}\p{N}]+(?:['’]\p{L}+)?)/u).map((part) => {
    const stems = words(part).map(stem)
    const terms = [...stems, ...lexicon.spans(stems).map(({ line }) => line)]
    return terms.some((term) => marked.has(term)) ? el("mark", {}, part) : part
  })
}
