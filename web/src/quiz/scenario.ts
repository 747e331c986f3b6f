// Stories that branch: one point after the other, then the way that was taken, with reasons.
import { all, button, el, need } from "../dom"
import { quiz as say } from "../messages"
import { data, Mark, optionIn, Part, valued } from "../page"
import { scoreScenario } from "../score"
import { type Control, nameOf, removeMark, showMark, shuffle } from "./control"

interface Step {
  readonly point: HTMLElement
  readonly way: HTMLElement
}

export function enhanceScenario(question: HTMLElement, key: HTMLElement, changed: () => void): Control {
  const list = need(question, Part.Story)
  const points = all(list, ":scope > li")
  const start = need(list, ":scope > li")
  const how = question.querySelector(Part.How)
  const announcer = el("p", { class: "hb-announcer", role: "status" })
  const back = button(say.back, onBack)
  const on = button(say.goOn, onGoOn, { class: "hb-button hb-go-on" })
  const buttons = el("div", { class: "hb-buttons" }, on, back)
  let path: Step[] = []
  if (how) how.textContent = say.tellStory
  list.after(announcer, buttons)
  for (const point of points) makeChoosable(point, question.id)

  const ways = (point: HTMLElement): HTMLElement[] => all(point, ":scope > ul > li")
  const inputOf = (way: HTMLElement): HTMLInputElement | null => way.querySelector("input")
  const rating = (point: HTMLElement, way: HTMLElement): number =>
    Number(data(optionIn(keyOf(point), nameOf(way)), "rating"))
  const best = (point: HTMLElement): number => Math.max(...ways(point).map((way) => rating(point, way)))

  function keyOf(point: HTMLElement): ParentNode {
    return key.querySelector(valued("at", data(point, "point"))) ?? key
  }

  function here(): HTMLElement {
    const last = path[path.length - 1]
    return last ? (points.find((point) => data(point, "point") === data(last.way, "go")) ?? start) : start
  }

  function chosen(): HTMLElement | undefined {
    return ways(here()).find((way) => inputOf(way)?.checked)
  }

  /** The points of the path so far, in its order. */
  function show(): void {
    const shown = [...path.map(({ point }) => point), here()]
    for (const point of points) point.hidden = !shown.includes(point)
    list.append(...shown)
    for (const input of all<HTMLInputElement>(list, "input"))
      input.disabled = path.some(({ way }) => way.parentElement?.contains(input))
    on.hidden = atEnd()
    question.toggleAttribute(Mark.GoingOn, !atEnd())
    back.hidden = path.length === 0
  }

  function atEnd(): boolean {
    return !here().querySelector("input")
  }

  function onGoOn(): void {
    const way = chosen()
    announcer.textContent = way ? "" : say.chooseOne
    if (!way) return
    path = [...path, { point: here(), way }]
    show()
    changed()
    here().focus()
  }

  function onBack(): void {
    path = path.slice(0, -1)
    show()
    changed()
    ;(chosen()?.querySelector("input") ?? here()).focus()
  }

  function clear(): void {
    path = []
    for (const input of all<HTMLInputElement>(list, "input")) input.checked = false
    announcer.textContent = ""
    show()
  }

  // On paper all points stand in the order of their numbers.
  addEventListener("beforeprint", () => list.append(...points))
  addEventListener("afterprint", show)
  show()
  return {
    missing: () => (atEnd() ? null : say.toTheEnd),
    answer: () => path.map(({ way }) => nameOf(way)),
    restore(saved) {
      clear()
      for (const name of saved) {
        const way = ways(here()).find((each) => nameOf(each) === name)
        const input = way && inputOf(way)
        if (!way || !input) break
        input.checked = true
        path = [...path, { point: here(), way }]
      }
      show()
    },
    score: () =>
      atEnd() ? scoreScenario(path.map(({ point, way }) => ({ rating: rating(point, way), best: best(point) }))) : 0,
    mark() {
      buttons.hidden = true
      for (const { point, way } of path) {
        for (const each of ways(point)) {
          const good = rating(point, each) === best(point)
          if (each !== way && !good) continue
          showMark(
            each,
            keyOf(point),
            good ? "right" : "wrong",
            (each === way ? say.youChose : say.better) + (say.ratings[rating(point, each)] ?? ""),
          )
        }
      }
      const verdict = data(here(), "end")
      if (verdict)
        showMark(
          here(),
          null,
          verdict === "good" ? "right" : verdict === "poor" ? "wrong" : "other",
          say.ends[verdict] ?? "",
        )
    },
    unmark() {
      buttons.hidden = false
      for (const place of [...points, ...points.flatMap(ways)]) removeMark(place)
    },
    clear,
    arrange(random) {
      for (const point of points) for (const each of all(point, ":scope > ul")) shuffle(each, random)
    },
    focusTarget: () => ways(start)[0]?.querySelector("input") ?? null,
  }
}

/** Radio buttons in place of the links that lead on. */
function makeChoosable(point: HTMLElement, name: string): void {
  point.tabIndex = -1
  for (const way of all(point, ":scope > ul > li")) {
    const text = way.querySelector("span") ?? ""
    const input = el("input", { type: "radio", name: `${name}--${data(point, "point")}`, value: nameOf(way) })
    const goTo = el("span", { class: "hb-go" }, say.goTo(data(way, "go")))
    way.replaceChildren(el("label", {}, input, " ", text, " ", goTo))
    way.parentElement?.classList.add("hb-options")
  }
}
