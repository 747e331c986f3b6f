// Questions answered by moving steps into their order: with buttons; with a mouse also by dragging.
import { all, button, el, need } from "../dom"
import { quiz as say } from "../messages"
import { data, Part } from "../page"
import { following, type OrderRule, scoreOrder } from "../score"
import { type Control, nameOf, removeMark, showMark, shuffle } from "./control"
import { letDrag } from "./drag"

export function enhanceOrder(question: HTMLElement, key: HTMLElement, changed: () => void): Control {
  const { list, steps } = numbered(question)
  const announcer = el("p", { class: "hb-announcer", role: "status" })
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
    onMoved(step, neighbor ? say.moved : say.atEnd)
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
    step.append(el("span", { class: "hb-moves" }, up, down))
  }
  letDrag(list, (step) => onMoved(step, say.moved))

  function lock(step: HTMLElement, locked: boolean): void {
    for (const each of all<HTMLButtonElement>(step, ".hb-move")) each.disabled = locked
    step.draggable = !locked
  }

  const score = (): number => scoreOrder(arranged().map(groupOf), right, rule)

  return {
    missing: () => null,
    answer: () => (moved ? arranged().map(nameOf) : []),
    restore(saved) {
      const places = new Map(saved.map((name, at) => [name, at]))
      moved = steps.every((step) => places.has(nameOf(step)))
      const order = moved
        ? [...steps].sort((one, other) => (places.get(nameOf(one)) ?? 0) - (places.get(nameOf(other)) ?? 0))
        : atFirst
      list.append(...order)
    },
    score,
    mark() {
      announcer.textContent = ""
      const now = arranged()
      const follows = following(now.map(groupOf), right)
      for (const [at, step] of now.entries()) {
        const places = right.flatMap((group, place) => (group === groupOf(step) ? [place + 1] : []))
        lock(step, true)
        if (places.includes(at + 1)) showMark(step, key, "right", say.inPlace)
        else if (rule === "adjacent" && follows[at]) showMark(step, key, "other", say.follows(places))
        else showMark(step, key, "wrong", say.belongs(places))
      }
    },
    unmark() {
      for (const step of steps) {
        lock(step, false)
        removeMark(step)
      }
    },
    clear() {
      announcer.textContent = ""
      moved = false
      list.append(...atFirst)
    },
    arrange(random) {
      shuffle(list, random)
      for (let turn = 0; score() === 1 && turn < steps.length; turn += 1) list.append(...arranged().slice(0, 1))
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
  const how = question.querySelector(Part.How)
  if (how) how.textContent = say.moveSteps
  return { list, steps }
}

function textOf(step: HTMLElement): string {
  return step.firstElementChild?.textContent?.trim() ?? ""
}
