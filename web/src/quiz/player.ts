// Asks the questions of a quiz one at a time: where one is, how to get about, and how it goes.
import { button, el, isByKey, setText } from "../dom"
import { Mark } from "../page"
import type { Verdict } from "./control"
import * as say from "./messages"
import { resultOf, type Slot } from "./slot"

/** As many questions as the line of progress shows one by one. */
const LONGEST_LINE = 60
/** How much of the screen the header covers at most, in pixels. */
const HEADER = 100
/** How far a finger has to go, in pixels, and how much farther across than along. */
const SWIPE = 60
const SLOPE = 2

export interface Player {
  /** The bar above the questions. */
  readonly bar: HTMLElement
  /** The number of the question that is asked, from 0; that of the end, after the last. */
  at(): number
  /** Asks some of the questions, in their order, from one of them on. */
  ask(slots: readonly Slot[], at: number): void
  /** Shows a question, or the end, and leads the keyboard there. */
  go(at: number, byKey?: boolean): void
  /** Shows how it goes. */
  show(): void
}

/** `end` is what stands after the last question; `moved` is called when the reader has gone to a question, or to the end. */
export function playerOf(
  place: HTMLElement,
  end: HTMLElement,
  isTest: boolean,
  moved: (slot: Slot | null) => void,
): Player {
  const back = button(say.previous, (event) => go(at - 1, isByKey(event)), { class: "hb-button hb-quiet" })
  const where = el("summary")
  const list = el("ol")
  const jump = el("details", { class: "hb-jump" }, where, list)
  const line = el("div", { class: "hb-track", "aria-hidden": "true" })
  const bar = el("div", { class: "hb-bar" }, back, jump, line)
  let slots: readonly Slot[] = []
  let at = 0
  jump.addEventListener("toggle", () => show())
  onSwipe(place, (by) => {
    const to = at + by
    if (to >= 0 && to <= slots.length) go(to)
  })

  const there = (number: number): HTMLElement => slots[number]?.place ?? end

  function put(to: number): void {
    there(at).classList.remove("hb-now")
    at = to
    there(at).classList.add("hb-now")
    slots[at]?.wake().show()
    jump.open = false
    show()
  }

  function go(to: number, byKey = false): void {
    put(to)
    moved(slots[at] ?? null)
    const { bottom } = there(at).getBoundingClientRect()
    if (place.getBoundingClientRect().top < HEADER || bottom > innerHeight) place.scrollIntoView({ block: "start" })
    if (at < slots.length) slots[at]?.wake().focus(byKey)
    else (end.querySelector<HTMLElement>("[tabindex]") ?? end).focus({ preventScroll: true })
  }

  function show(): void {
    place.parentElement?.classList.toggle("hb-under-way", at > 0)
    back.hidden = at === 0
    back.setAttribute("aria-label", say.backTo(at))
    setText(where, at < slots.length ? say.where(at + 1, slots.length) : say.atTheEnd)
    const states = slots.map(stateOf)
    if (jump.open) list.replaceChildren(...states.map(jumpTo))
    line.replaceChildren(
      ...(slots.length > LONGEST_LINE ? [] : states).map((state, number) =>
        el("span", { [Mark.State]: state.mark, ...(number === at ? { [Mark.Current]: "" } : {}) }),
      ),
    )
  }

  function jumpTo({ mark, words }: State, number: number): HTMLElement {
    const go_ = button(String(number + 1), (event) => go(number, isByKey(event)), {
      "aria-label": say.jumpTo(number + 1, words),
      [Mark.State]: mark,
      ...(number === at ? { "aria-current": "step" } : {}),
    })
    return el("li", {}, go_)
  }

  /** How a question stands. A test does not tell before its end, and of what is never right or wrong, nothing is told. */
  function stateOf(slot: Slot): State {
    const { control } = slot
    const { share } = resultOf(slot)
    const flag = isTest && control?.flagged() ? say.isFlagged : ""
    if (share === null) {
      const given = control?.checked() || control?.answered()
      return { mark: flag ? "flag" : given ? "other" : "", words: (given ? say.isAnswered : say.isOpen) + flag }
    }
    return { mark: share === 1 ? "right" : share ? "part" : "wrong", words: say.verdict(share, "") + flag }
  }

  return {
    bar,
    at: () => at,
    ask(some, from) {
      there(at).classList.remove("hb-now")
      slots = some
      put(from)
    },
    go,
    show,
  }
}

interface State {
  readonly mark: Verdict | "flag" | ""
  readonly words: string
}

/** Calls with -1 for a swipe to the right, and with 1 for one to the left. In a page made larger by fingers, that looks around. */
function onSwipe(place: HTMLElement, swiped: (by: -1 | 1) => void): void {
  let from: Touch | undefined
  place.addEventListener(
    "touchstart",
    ({ touches, target }) => {
      const other = target instanceof Element && target.closest("input[type=text], textarea, .hb-handle")
      from = touches.length === 1 && !other ? touches[0] : undefined
    },
    { passive: true },
  )
  place.addEventListener(
    "touchend",
    ({ changedTouches: [to] }) => {
      if (!from || !to) return
      const [across, along] = [to.clientX - from.clientX, to.clientY - from.clientY]
      const isAcross = Math.abs(across) > SWIPE && Math.abs(across) > SLOPE * Math.abs(along)
      if (isAcross && !((visualViewport?.scale ?? 1) > 1.01)) swiped(across > 0 ? -1 : 1)
    },
    { passive: true },
  )
}
