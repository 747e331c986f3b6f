// Questions answered by typing a word or a number.
import { fits, plainly, readAccepted } from "../accept"
import { all } from "../dom"
import { quiz as say } from "../messages"
import { type Control, removeMark, showMark } from "./control"

export function enhanceShort(question: HTMLElement, key: HTMLElement): Control {
  const place = question.querySelector(".hb-line") as HTMLElement
  const input = place.querySelector("input") as HTMLInputElement
  const right = key.querySelector<HTMLElement>("[data-accept]")
  const accepted = readAccepted(right?.dataset["accept"] ?? "[]")
  const isRight = (): boolean => accepted.some((each) => fits(each, input.value))

  return {
    missing: () => (input.value.trim() ? null : say.typeFirst),
    answer: () => (input.value.trim() ? [input.value] : []),
    restore(saved) {
      input.value = saved[0] ?? ""
    },
    score: () => Number(isRight()),
    mark() {
      input.readOnly = true
      if (isRight()) return showMark(place, null, "right", say.right)
      const near = all(key, "[data-near]").find((each) => plainly(each.dataset["near"] ?? "") === plainly(input.value))
      showMark(place, null, "wrong", say.wrong)
      const more = [near?.querySelector(".hb-why"), right].flatMap((each) => (each ? [each.cloneNode(true)] : []))
      place.querySelector(".hb-feedback")?.append(...more)
    },
    unmark() {
      input.readOnly = false
      removeMark(place)
    },
    clear() {
      input.value = ""
    },
    arrange() {},
    first: () => input,
  }
}
