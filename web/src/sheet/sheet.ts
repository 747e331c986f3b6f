// The page of a reader's own sheet: the boxes that were gathered, in their order, to move, remove, copy and print.
import { contentOf } from "../deferred"
import { all, button, el, status } from "../dom"
import { sheet as say } from "../messages"
import { data, Mark, Part } from "../page"
import type { StoreFor } from "../site"
import { copy } from "../words/copy"
import { fillIn } from "../words/fill"
import { addCopyButtons, announcer, linesIn } from "../words/lines"
import { ownRecord, ownWords } from "../words/personal"
import { boxesOn, moveBox, putBoxes, sheetRecord, withBox } from "./boxes"

/** What the guide has of a box: its title, that of its page, and the box in brief with the line that names its page. */
interface Entry {
  readonly title: string
  readonly page: string
  readonly parts: readonly Node[]
}

/** How large the letters of a printed sheet are, by the most letters that fit on one page then. */
const SIZES = [
  { size: "large", most: 1500 },
  { size: "medium", most: 2100 },
  { size: "small", most: 3000 },
] as const

export function enhanceSheet(section: HTMLElement, storeFor: StoreFor): void {
  const template = section.querySelector("template")
  if (!template) return
  contentOf(template).then(
    (content) => {
      section.querySelector(Part.WithoutScript)?.remove()
      enhance(section, entriesIn(content), storeFor)
    },
    () => section.append(el("p", { class: "hb-trouble" }, say.notLoaded)),
  )
}

function entriesIn(content: ParentNode): ReadonlyMap<string, Entry> {
  return new Map(
    all(content, Part.WordBox).map((box) => {
      const source = box.nextElementSibling
      const title = box.querySelector(Part.BoxTitle)?.textContent?.trim() ?? ""
      const page = source?.querySelector("a")?.textContent?.trim() ?? ""
      return [data(box, "words"), { title, page, parts: source ? [box, source] : [box] }]
    }),
  )
}

function enhance(section: HTMLElement, entries: ReadonlyMap<string, Entry>, storeFor: StoreFor): void {
  const notice = status("hb-told")
  const told = announcer()
  const store = storeFor((problem) => {
    notice.textContent = say[problem]
  })
  const list = el("ol", { class: "hb-sheet-boxes" })
  const empty = el("p", {}, say.empty)
  const fit = el("p", { class: "hb-note" })
  const printer = button(say.print, () => print(), { class: "hb-button hb-check" })
  const copier = button(say.copy, () => void copy(linesIn(list).join("\n")).then(told.tell))
  const clearer = button(say.clear, () => put([], boxesOn(store)))
  const undo = button(say.undo, () => put(before, []))
  const choices = el("ul")
  let before: readonly string[] = []

  section.append(
    empty,
    el("div", { class: "hb-buttons" }, printer, copier, clearer, undo),
    fit,
    notice,
    told.place,
    list,
    el("details", { class: "hb-hint" }, el("summary", {}, say.choose), choices),
  )
  addEventListener("storage", ({ key }) => {
    if (key === null || key === sheetRecord(store) || key === ownRecord(store)) show()
  })
  addEventListener("pageshow", ({ persisted }) => persisted && show())
  show()

  /** Keeps these boxes. `undone` are those that the button brings back. */
  function put(boxes: readonly string[], undone: readonly string[] = []): void {
    notice.textContent = ""
    before = undone
    putBoxes(store, boxes)
    show()
  }

  function show(): void {
    const boxes = boxesOn(store)
    list.replaceChildren(...boxes.map((box, at) => lineOf(box, at, boxes.length)))
    fillIn(list, ownWords(store))
    addCopyButtons(list, told)
    empty.hidden = !!boxes.length
    for (const part of [printer, copier, clearer, fit]) part.hidden = !boxes.length
    undo.hidden = !before.length
    choices.replaceChildren(...[...entries].map(([box, entry]) => choiceOf(box, entry, boxes.includes(box))))
    showSize()
  }

  /** Letters as large as one page allows. */
  function showSize(): void {
    const letters = all(list, `${Part.WordBox}`).reduce((sum, box) => sum + (box.textContent?.length ?? 0), 0)
    const size = SIZES.find(({ most }) => letters <= most)
    list.setAttribute(Mark.Size, (size ?? SIZES[2]).size)
    fit.textContent = size ? say.fits : say.tooMuch
  }

  function lineOf(box: string, at: number, of: number): HTMLElement {
    const entry = entries.get(box)
    const title = entry?.title ?? box
    const parts = entry ? entry.parts.map((part) => part.cloneNode(true)) : [el("p", {}, say.gone)]
    const tool = (sign: string, name: string, onPress: () => void): HTMLButtonElement =>
      button(sign, onPress, { class: "hb-button hb-move", "aria-label": name })
    const up = tool("\u2191", say.up(title), () => move(box, -1))
    const down = tool("\u2193", say.down(title), () => move(box, 1))
    const remove = tool("\u2715", say.remove(title), () => put(withBox(boxesOn(store), box, false), boxesOn(store)))
    up.disabled = at === 0
    down.disabled = at === of - 1
    return el("li", {}, el("div", { class: "hb-moves" }, up, down, remove), ...parts)
  }

  function move(box: string, by: 1 | -1): void {
    put(moveBox(boxesOn(store), box, by))
    const boxes = boxesOn(store)
    const at = boxes.indexOf(box)
    notice.textContent = say.moved(entries.get(box)?.title ?? box, at + 1, boxes.length)
    const [up, down] = all<HTMLButtonElement>(list.children[at] ?? list, "button")
    const target = by < 0 ? up : down
    ;(target?.disabled ? (by < 0 ? down : up) : target)?.focus()
  }

  function choiceOf(box: string, { title, page }: Entry, on: boolean): HTMLElement {
    const input = el("input", { type: "checkbox" })
    input.checked = on
    input.addEventListener("change", () => {
      const { checked } = input
      put(withBox(boxesOn(store), box, checked))
      choices.querySelectorAll("input")[[...entries.keys()].indexOf(box)]?.focus()
    })
    return el("li", {}, el("label", {}, input, " ", el("span", {}, page === title ? title : `${page}: ${title}`)))
  }
}
