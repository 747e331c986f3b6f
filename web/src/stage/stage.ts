// A quick card on the whole screen, one step at a time, in large letters.
import { button, el } from "../dom"
import { icon } from "../icon"
import { stage as say } from "../messages"
import { Part } from "../page"
import { addCopyButtons, announcer } from "../words/lines"
import { keepAwake } from "./awake"
import { type Slide, slidesOf } from "./slides"
import { type Timer, timer } from "./timer"

const FORTH = ["ArrowRight", "PageDown", " ", "Enter"]
const BACK = ["ArrowLeft", "PageUp", "Backspace"]
/** What is pressed for itself, not to go on. */
const CONTROLS = "a, button, input, label, summary, select, textarea"

/** Puts the button that opens it beside the title of a page with a card. */
export function enhanceCard(card: HTMLElement): void {
  const article = card.closest("article")
  const title = article?.querySelector("h1")
  const slides = slidesOf(card)
  if (!article || !title || !slides.length) return
  const opener = button("", open, { class: "hb-button hb-tool hb-stage-opener" })
  opener.append(icon("full"), el("span", {}, say.open))
  title.before(opener) // the style sheet puts it beside the title

  function open(): void {
    const words = title?.textContent?.trim() ?? ""
    const dialog = stageOf(words, slides, remarks(card), article?.querySelector(Part.Next) ?? null)
    article?.append(dialog)
    dialog.showModal()
  }
}

/** What the page says below its card, before the bar: it is about all of the steps. */
function remarks(card: HTMLElement): Node[] {
  const parts: Node[] = []
  for (let part = card.nextElementSibling; part && !part.matches(Part.Bar); part = part.nextElementSibling)
    parts.push(part.cloneNode(true))
  return parts
}

function stageOf(
  title: string,
  slides: readonly Slide[],
  remarks: readonly Node[],
  next: Element | null,
): HTMLDialogElement {
  const told = announcer()
  const count = el("p", { class: "hb-stage-count" })
  const place = el("div", { class: "hb-stage-slide", "aria-live": "polite", "aria-atomic": "true" })
  const clocks = el("div")
  const back = button(say.back, () => show(at - 1))
  const forth = button(say.next, onForth, { class: "hb-button hb-check" })
  const timers = new Map<Slide, Timer>()
  const dialog = el(
    "dialog",
    { class: "hb-stage", "aria-label": title },
    el(
      "div",
      { class: "hb-stage-bar" },
      el("p", {}, title),
      count,
      button(say.close, () => dialog.close()),
    ),
    clocks,
    place,
    el("div", { class: "hb-stage-aside" }, ...remarks),
    el("div", { class: "hb-stage-bar" }, back, forth),
    told.place,
  )
  const sleep = keepAwake()
  forth.autofocus = true
  let at = 0

  dialog.addEventListener("keydown", onKey)
  dialog.addEventListener("close", onClose, { once: true })
  place.addEventListener("click", ({ target }) => {
    const pressed = target instanceof Element && target.closest(CONTROLS)
    if (!pressed && getSelection()?.isCollapsed !== false) onForth()
  })
  show(0)
  return dialog

  function show(to: number): void {
    const slide = slides[to]
    if (!slide) return
    at = to
    const last = at === slides.length - 1
    count.textContent = say.count(at + 1, slides.length)
    const heard = el("span", { class: "hb-heard" }, `${say.step(at + 1, slides.length)} `)
    place.replaceChildren(heard, ...slide.content.map((part) => part.cloneNode(true)), ...timerAt(slide))
    if (last && next) place.append(next.cloneNode(true))
    addCopyButtons(place, told)
    back.disabled = at === 0
    forth.textContent = last ? say.done : say.next
    if (!document.activeElement?.matches(`:is(${CONTROLS}):enabled`)) forth.focus() // what had it is gone
  }

  function timerAt(slide: Slide): HTMLElement[] {
    if (slide.remind === null) return []
    const own = timers.get(slide) ?? timer(slide.remind, () => clocks.replaceChildren(own.running))
    timers.set(slide, own)
    return [own.setting]
  }

  function onForth(): void {
    if (at < slides.length - 1) show(at + 1)
    else dialog.close()
  }

  function onKey(event: KeyboardEvent): void {
    const { key, target } = event
    const pressed = target instanceof Element && target.closest(CONTROLS)
    if (event.ctrlKey || event.metaKey || event.altKey || (pressed && [" ", "Enter"].includes(key))) return
    if (FORTH.includes(key)) onForth()
    else if (BACK.includes(key)) show(at - 1)
    else if (key === "ArrowDown" || key === "ArrowUp") scroll(key === "ArrowDown" ? 1 : -1)
    else if (key === "Home") show(0)
    else if (key === "End") show(slides.length - 1)
    else return
    event.preventDefault()
  }

  /** What has the focus is below the step, so keys that scroll would not reach a step that is longer than the screen. */
  function scroll(way: number): void {
    place.scrollBy({ top: (way * place.clientHeight) / 2 })
  }

  /** A timer that runs goes on at the foot of the page. */
  function onClose(): void {
    sleep()
    const running = [...timers.values()].filter((each) => each.isRunning())
    dialog.before(...running.map((each) => each.running))
    dialog.remove()
  }
}
