// The bar of a page that someone works from: copy all, print, my sheet, my name.
import { all, button, el, need } from "../dom"
import { type Drawing, icon } from "../icon"
import type { Fields } from "../json"
import { bar as say } from "../messages"
import { data, Part } from "../page"
import { boxesOn, putBoxes, sheetRecord, withBox } from "../sheet/boxes"
import type { StoreFor } from "../site"
import type { Store } from "../store"
import { copy } from "../words/copy"
import { ownWordsForm } from "../words/form"
import { announcer, linesIn } from "../words/lines"
import { type Panels, panels } from "./panel"

const WHY = "why"
const readWhy = (record: Fields): { shown: boolean } => ({ shown: record["shown"] === true })

/** What the bar needs to know of the page around it. */
interface Around {
  readonly bar: HTMLElement
  readonly article: HTMLElement
  readonly storeFor: StoreFor
  readonly open: Panels
}

/** Puts the buttons into a bar. `changed` is called when the reader's own words have changed. */
export function enhanceBar(bar: HTMLElement, storeFor: StoreFor, changed: () => void): void {
  const article = bar.closest<HTMLElement>("article") ?? bar
  const around: Around = { bar, article, storeFor, open: panels() }
  const told = announcer()
  const why = bar.querySelector(Part.WhySwitch)
  if (why)
    remember(
      need(why, "input"),
      storeFor(() => {}),
    )
  const buttons = [
    ...copyAll(article, (done) => told.tell(done)),
    ...printer(around),
    ...sheet(around),
    ...name(around, changed),
    ...(why ? [why] : []),
  ]
  bar.setAttribute("role", "group")
  bar.setAttribute("aria-label", say.label)
  bar.replaceChildren(...buttons)
  bar.after(told.place, around.open.place)
}

/** A switch stays as it was left: the style sheets look at it. */
function remember(box: HTMLInputElement, store: Store): void {
  box.checked = store.get(WHY, readWhy)?.shown ?? box.checked
  box.addEventListener("change", () => store.set(WHY, box.checked ? { shown: true } : null, readWhy))
}

/** A button of the bar. */
function tool(drawing: Drawing, label: string, onPress: () => void): HTMLButtonElement {
  const made = button("", onPress, { class: "hb-button hb-tool" })
  made.append(icon(drawing), el("span", {}, label))
  return made
}

function copyAll(article: HTMLElement, tell: (copied: boolean) => void): HTMLElement[] {
  if (linesIn(article).length < 2) return []
  const copier = tool("copy", say.copy, () => void onCopy())
  return [copier]

  async function onCopy(): Promise<void> {
    const done = await copy(linesIn(article).join("\n"))
    tell(done)
    if (done) copier.querySelector("span")?.replaceChildren(say.copied)
  }
}

/** Prints; where there is a check to leave out or not, it asks first. */
function printer({ bar, open }: Around): HTMLElement[] {
  const check = bar.querySelector(Part.CheckSwitch)
  const opener = tool("print", say.print, () => (check ? open.toggle(opener) : print()))
  if (check)
    open.add(
      opener,
      check,
      el(
        "div",
        { class: "hb-buttons" },
        button(say.printNow, () => print()),
      ),
    )
  return [opener]
}

/** Gathers the boxes of the page that have lines to say: all at first, then those that stay ticked. */
function sheet({ bar, article, storeFor, open }: Around): HTMLElement[] {
  const address = data(bar, "sheet")
  const boxes = all(article, Part.WordBox)
  if (!address || !boxes.length) return []
  const trouble = el("p", { class: "hb-trouble", role: "status" })
  const store = storeFor(() => {
    trouble.textContent = say.notKept
  })
  const opener = tool("sheet", say.sheet, onPress)
  const ticks = boxes.map((box) => {
    const input = el("input", { type: "checkbox" })
    input.addEventListener("change", () => put(data(box, "words"), input.checked))
    return { id: data(box, "words"), input, label: el("label", {}, input, " ", titleOf(box)) }
  })
  open.add(
    opener,
    el("p", { class: "hb-list-title" }, say.onSheet),
    el("ul", {}, ...ticks.map(({ label }) => el("li", {}, label))),
    el("p", {}, el("a", { href: address }, say.openSheet)),
    trouble,
  )
  addEventListener("storage", ({ key }) => (key === sheetRecord(store) || key === null) && show())
  show()
  return [opener]

  function show(): void {
    const on = boxesOn(store)
    for (const { id, input } of ticks) input.checked = on.includes(id)
    const some = ticks.some(({ input }) => input.checked)
    opener.setAttribute("aria-label", some ? say.sheetOn : say.sheetAdd)
    opener.classList.toggle("hb-on", some)
  }

  function put(id: string, on: boolean): void {
    putBoxes(store, withBox(boxesOn(store), id, on))
    show()
  }

  function onPress(): void {
    const none = ticks.every(({ input }) => !input.checked)
    if (none) for (const { id } of ticks) put(id, true)
    open.toggle(opener, none || undefined)
  }
}

function titleOf(box: HTMLElement): string {
  const title = box.querySelector("h2, h3, h4, h5, h6") ?? box.closest(Part.Show)?.querySelector("h2, h3, h4, h5, h6")
  return title?.textContent?.trim() ?? ""
}

function name({ article, storeFor, open }: Around, changed: () => void): HTMLElement[] {
  if (!article.querySelector(Part.Own)) return []
  const opener = tool("name", say.name, () => open.toggle(opener))
  open.add(opener, ownWordsForm(storeFor, changed))
  return [opener]
}
