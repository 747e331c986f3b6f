// A list that is cut down in rounds: from 48 to ten, from ten to five, from five to three.
import { all, button, el, status } from "../dom"
import { worksheet as say } from "../messages"
import { data, Mark, Part } from "../page"
import type { Field } from "./field"
import { choicesIn, goOn, type Rounds, readRounds, tick } from "./rounds"

export function narrowField(box: HTMLElement, changed: () => void): Field {
  const sizes = data(box, "to").split(" ").map(Number)
  const boxes = all<HTMLInputElement>(box, "ul input[type=checkbox]")
  const options = boxes.map((option) => option.value)
  const progress = status("hb-round")
  const full = status("hb-trouble")
  const next = button("", () => move(1))
  const back = button("", () => move(-1))
  let rounds: Rounds = { choices: sizes.map(() => []), at: 0 }

  box.querySelector(`:scope > ${Part.Round}`)?.replaceWith(progress)
  box.querySelector("ul")?.after(full, el("div", { class: "hb-buttons" }, back, next))
  for (const option of boxes) option.addEventListener("change", () => onTick(option))
  show()

  function onTick(option: HTMLInputElement): void {
    const after = tick(rounds, sizes, option.value)
    full.textContent = after === rounds ? say.full(sizes[rounds.at] ?? 0) : ""
    rounds = after
    show()
    changed()
  }

  function move(by: 1 | -1): void {
    rounds = goOn(rounds, sizes, by)
    full.textContent = ""
    show()
    boxes.find((option) => option.checkVisibility())?.focus()
    changed()
  }

  function show(): void {
    showOptions()
    showButtons()
    for (const [at, lines] of all(box, Part.Narrowed).entries()) {
      const choices = choicesIn(rounds, at + 1) ?? []
      for (const [place, line] of all<HTMLInputElement>(lines, "input").entries()) line.value = choices[place] ?? ""
    }
  }

  function showOptions(): void {
    const pool = choicesIn(rounds, rounds.at - 1) ?? options
    const choices = choicesIn(rounds, rounds.at) ?? []
    const first = choicesIn(rounds, 0) ?? []
    for (const option of boxes) {
      option.checked = choices.includes(option.value)
      const entry = option.closest("li")
      if (!entry) continue
      entry.hidden = !pool.includes(option.value)
      entry.toggleAttribute(Mark.Kept, first.includes(option.value)) // on paper all options stand, with the ticks of the first round
    }
  }

  function showButtons(): void {
    const choices = choicesIn(rounds, rounds.at) ?? []
    const size = sizes[rounds.at] ?? 0
    const following = sizes[rounds.at + 1]
    const done = choices.length === size
    progress.textContent =
      done && !following ? say.narrowed(choices) : say.round(rounds.at + 1, sizes.length, size, choices.length)
    next.hidden = !following || !done
    next.textContent = say.goOn(following ?? 0)
    back.hidden = rounds.at === 0
    back.textContent = say.back(rounds.at > 1 ? (sizes[rounds.at - 2] ?? 0) : options.length)
  }

  return {
    key: data(box, "key"),
    get: () => (rounds.choices.some((round) => round.length) ? rounds.choices : null),
    set(entry) {
      rounds = readRounds(Array.isArray(entry) ? entry : [], sizes, options)
      show()
    },
  }
}
