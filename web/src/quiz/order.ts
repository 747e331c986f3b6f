// Questions answered by moving steps into their order: with buttons, or by dragging them.
import { all, button, el, need, status } from "../dom"
import { data, Part } from "../page"
import { following, type OrderRule, scoreOrder } from "../score"
import { bestOf, type Control, nameOf, removeMark, sayHow, showMark, shuffle } from "./control"
import { dragHandle } from "./drag"
import * as say from "./messages"

export function enhanceOrder(question: HTMLElement, key: HTMLElement, changed: () => void): Control {
  const { list, steps } = numbered(question)
  const announcer = status("hb-heard")
  list.after(announcer)
  const groups = new Map(all(key, Part.RightStep).map((step) => [nameOf(step), data(step, "group")]))
  const right = [...groups.values()]
  const rule: OrderRule = data(question, "score") === "exact" ? "exact" : "adjacent"
  const arranged = (): HTMLElement[] => all(list, ":scope > li")
  const groupOf = (step: HTMLElement): string => groups.get(nameOf(step)) ?? ""
  let atFirst = steps
  let moved = false

  function move(step: HTMLElement, by: -1 | 1): void {
    const neighbor = by < 0 ? step.previousElementSibling : step.nextElementSibling
    // The neighbor moves, not the step: so the button just pressed keeps the focus.
    if (neighbor && by < 0) step.after(neighbor)
    if (neighbor && by > 0) step.before(neighbor)
    onMoved(step, neighbor ? say.moved : say.atEdge)
    document.activeElement?.scrollIntoView({ block: "nearest" }) // not below the buttons at the foot
  }

  function onMoved(step: HTMLElement, words: typeof say.moved): void {
    const now = arranged()
    announcer.textContent = words(textOf(step), now.indexOf(step) + 1, now.length)
    moved = true
    changed()
  }

  for (const step of steps) {
    const text = textOf(step)
    const up = button("\u2191", () => move(step, -1), { class: "hb-button hb-move", "aria-label": say.up(text) })
    const down = button("\u2193", () => move(step, 1), { class: "hb-button hb-move", "aria-label": say.down(text) })
    const handle = dragHandle(step, () => onMoved(step, say.moved))
    step.append(el("span", { class: "hb-moves" }, up, down, handle))
  }

  function put(order: readonly HTMLElement[], answered: boolean): void {
    list.append(...order)
    moved = answered
    announcer.textContent = ""
  }

  const rated = (): number => scoreOrder(arranged().map(groupOf), right, rule)
  /** Steps that nobody has moved are no answer, whatever of their order happens to be right. */
  const score = (): number => (moved ? rated() : 0)

  /** Shows at each step where it belongs. How many are in their place. */
  function markSteps(): number {
    const now = arranged()
    const follows = following(now.map(groupOf), right)
    const inPlace = now.filter((step, at) => {
      const places = right.flatMap((group, place) => (group === groupOf(step) ? [place + 1] : []))
      if (places.includes(at + 1)) showMark(step, "right", [say.inPlace])
      else if (rule === "adjacent" && follows[at]) showMark(step, "other", [say.follows(places)])
      else showMark(step, "wrong", [say.belongs(places)])
      return places.includes(at + 1)
    })
    return inPlace.length
  }

  return {
    missing: () => null,
    /** The order that stands there at first is never right: who checks it has most likely not seen that it can be moved. */
    caution() {
      if (moved) return null
      moved = true
      return say.notMoved
    },
    answer: () => (moved ? arranged().map(nameOf) : []),
    restore(saved) {
      const places = new Map(saved.map((name, at) => [name, at]))
      const whole = steps.every((step) => places.has(nameOf(step)))
      const at = (step: HTMLElement): number => places.get(nameOf(step)) ?? 0
      put(whole ? [...steps].sort((one, other) => at(one) - at(other)) : atFirst, whole)
    },
    score,
    mark() {
      announcer.textContent = ""
      const inPlace = markSteps()
      const isBest = score() === 1
      const order = all(key, `:scope > :is(${Part.Reasons}, ${Part.Swaps})`).map((part) => part.cloneNode(true))
      if (isBest) return { others: order }
      return { amount: inPlace ? say.inPlaces(inPlace, steps.length) : "", reasons: [...bestOf(key), ...order] }
    },
    unmark() {
      for (const step of steps) removeMark(step)
    },
    clear: () => put(atFirst, false),
    arrange(random) {
      shuffle(list, random)
      for (let turn = 0; rated() === 1 && turn < steps.length; turn += 1) list.append(...arranged().slice(0, 1))
      atFirst = arranged()
    },
    focusTarget: () => list.querySelector("button"),
  }
}

/** The steps as a list that numbers itself, in place of the boxes for numbers. */
function numbered(question: HTMLElement): { list: HTMLOListElement; steps: HTMLElement[] } {
  const boxes = need(question, Part.Steps)
  const steps = all(boxes, ":scope > li")
  const list = el("ol", { class: "hb-steps" }, ...steps)
  boxes.replaceWith(list)
  for (const step of steps) {
    const label = step.querySelector("label")
    const text = label?.querySelector("span")
    if (label && text) label.replaceWith(text)
  }
  sayHow(question, say.moveSteps)
  return { list, steps }
}

function textOf(step: HTMLElement): string {
  return step.firstElementChild?.textContent?.trim() ?? ""
}
