// Stories that branch, told as a conversation: what happens, what one does, what comes of it; then the way that was taken,
// with reasons.
import { all, button, el, need } from "../dom"
import { data, Mark, optionIn, Part, valued } from "../page"
import { scoreScenario } from "../score"
import { type Control, nameOf, reasonOf, removeMark, sayHow, showMark, shuffle } from "./control"
import * as say from "./messages"

interface Step {
  readonly point: HTMLElement
  readonly way: HTMLElement
}

export function enhanceScenario(question: HTMLElement, key: HTMLElement, changed: () => void): Control {
  const list = need(question, Part.Story)
  const points = all(list, ":scope > li")
  const start = need(list, ":scope > li")
  const back = button(say.back, onBack)
  const ways = (point: HTMLElement): HTMLElement[] => all(point, ":scope > ul > li")
  const rating = (point: HTMLElement, way: HTMLElement): number =>
    Number(data(optionIn(keyOf(point), nameOf(way)), "rating"))
  const best = (point: HTMLElement): number => Math.max(...ways(point).map((way) => rating(point, way)))
  let path: Step[] = []

  sayHow(question, say.tellStory)
  list.after(el("div", { class: "hb-buttons" }, back))
  for (const point of points) {
    point.tabIndex = -1
    for (const way of ways(point)) makePressable(way, () => onChoose({ point, way }))
  }

  function keyOf(point: HTMLElement): ParentNode {
    return key.querySelector(valued("at", data(point, "point"))) ?? key
  }

  function here(): HTMLElement {
    const last = path[path.length - 1]
    return last ? (points.find((point) => data(point, "point") === data(last.way, "go")) ?? start) : start
  }

  const atEnd = (): boolean => !ways(here()).length

  /** The points of the path so far, in its order, each with what was done there; at the last, what can be done. */
  function show(): void {
    const visible = [...path.map(({ point }) => point), here()]
    for (const point of points) point.hidden = !visible.includes(point)
    list.append(...visible)
    for (const { point, way } of path) {
      for (const each of ways(point)) {
        each.hidden = each !== way
        each.toggleAttribute(Mark.Current, each === way)
        for (const press of all<HTMLButtonElement>(each, "button")) press.disabled = true
      }
    }
    for (const each of ways(here())) {
      each.hidden = false
      each.removeAttribute(Mark.Current)
      for (const press of all<HTMLButtonElement>(each, "button")) press.disabled = false
    }
    question.toggleAttribute(Mark.GoingOn, !atEnd())
    back.hidden = path.length === 0
  }

  function go(way: readonly Step[], focus = true): void {
    path = [...way]
    show()
    if (!focus) return
    changed()
    const point = here()
    point.focus({ preventScroll: true })
    // One that is longer than the screen is read from its beginning
    point.scrollIntoView({ block: point.offsetHeight > innerHeight / 2 ? "start" : "nearest" })
  }

  function onChoose(step: Step): void {
    if (step.point === here()) go([...path, step])
  }

  function onBack(): void {
    go(path.slice(0, -1))
  }

  // On paper all points stand in the order of their numbers.
  addEventListener("beforeprint", () => list.append(...points))
  addEventListener("afterprint", show)
  show()
  return {
    missing: () => (atEnd() ? null : say.toTheEnd),
    answer: () => path.map(({ way }) => nameOf(way)),
    restore(saved) {
      go([], false)
      for (const name of saved) {
        const point = here()
        const way = ways(point).find((each) => nameOf(each) === name)
        if (!way) break
        go([...path, { point, way }], false)
      }
    },
    score: () =>
      atEnd() ? scoreScenario(path.map(({ point, way }) => ({ rating: rating(point, way), best: best(point) }))) : 0,
    mark() {
      back.hidden = true
      for (const press of all<HTMLButtonElement>(list, "button")) press.disabled = true
      for (const { point, way } of path) {
        const rated = rating(point, way)
        const good = rated === best(point)
        const better = good ? undefined : ways(point).find((each) => rating(point, each) === best(point))
        const verdict = good ? "right" : rated ? "other" : "wrong"
        const reason = reasonOf(keyOf(point), nameOf(way), "")
        const instead = better ? reasonOf(keyOf(point), nameOf(better), say.better) : []
        showMark(way, verdict, [say.ratings[rated] ?? ""], ...reason, ...instead)
      }
      const verdict = data(here(), "end")
      const sign = verdict === "good" ? "right" : verdict === "poor" ? "wrong" : "other"
      if (verdict) showMark(here(), sign, [say.ends[verdict] ?? ""])
      const hits = path.filter(({ point, way }) => rating(point, way) === best(point)).length
      return { amount: hits && hits < path.length ? say.hits(hits, path.length, 0) : "" }
    },
    unmark() {
      for (const place of [...points, ...points.flatMap(ways)]) removeMark(place)
      show()
    },
    clear: () => go([], false),
    arrange(random) {
      for (const point of points) for (const each of all(point, ":scope > ul")) shuffle(each, random)
    },
    focusTarget: () => here().querySelector<HTMLElement>("button:enabled") ?? here(),
  }
}

/** A button in place of the link that leads on. Paper has both: what to do, and where to go. */
function makePressable(way: HTMLElement, onPress: () => void): void {
  const text = need(way, "span")
  const goTo = el("span", { class: "hb-go" }, say.goTo(data(way, "go")))
  way.replaceChildren(button("", onPress, { class: "hb-button hb-pick" }, text), " ", goTo)
}
