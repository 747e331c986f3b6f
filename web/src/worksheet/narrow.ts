// A list that is cut down in rounds: from 48 to ten, from ten to five, from five to three.
import { all, button, el, status } from "../dom"
import { worksheet as say } from "../messages"
import type { Field } from "./fields"
import { goOn, kept, type Rounds, tick, trimmed } from "./rounds"

export function narrowField(box: HTMLElement, changed: () => void): Field {
  const sizes = (box.dataset["to"] ?? "").split(" ").map(Number)
  const boxes = all<HTMLInputElement>(box, "ul input[type=checkbox]")
  const options = boxes.map((option) => option.value)
  const told = status("hb-round")
  const full = status("hb-trouble")
  const next = button("", () => move(1))
  const back = button("", () => move(-1))
  let rounds: Rounds = { kept: sizes.map(() => []), at: 0 }

  box.querySelector(":scope > .hb-round")?.replaceWith(told)
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
    const pool = kept(rounds, rounds.at - 1) ?? options
    const chosen = kept(rounds, rounds.at) ?? []
    const size = sizes[rounds.at] ?? 0
    const following = sizes[rounds.at + 1]
    for (const option of boxes) {
      option.checked = chosen.includes(option.value)
      const entry = option.closest("li")
      if (entry) entry.hidden = !pool.includes(option.value)
      entry?.toggleAttribute("data-kept", kept(rounds, 0)?.includes(option.value) ?? false) // on paper all options stand, with the ticks of the first round
    }
    const done = chosen.length === size
    told.textContent =
      done && !following ? say.narrowed(chosen) : say.round(rounds.at + 1, sizes.length, size, chosen.length)
    next.hidden = !following || !done
    next.textContent = say.goOn(following ?? 0)
    back.hidden = rounds.at === 0
    back.textContent = say.back(rounds.at > 1 ? (sizes[rounds.at - 2] ?? 0) : options.length)
    all(box, ".hb-kept").forEach((lines, at) =>
      all<HTMLInputElement>(lines, "input").forEach(
        (line, place) => (line.value = kept(rounds, at + 1)?.[place] ?? ""),
      ),
    )
  }

  return {
    key: box.dataset["key"] ?? "",
    get: () => (rounds.kept.some((round) => round.length) ? rounds.kept : null),
    set(entry) {
      rounds = trimmed(Array.isArray(entry) ? entry : [], sizes, options)
      show()
    },
  }
}
