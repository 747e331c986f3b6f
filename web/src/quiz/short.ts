// Questions answered by typing a word or a number.
import { type Accepted, fits, sameAnswer } from "../accept"
import { all, need } from "../dom"
import { quiz as say } from "../messages"
import { data, Part } from "../page"
import { type Control, removeMark, showMark } from "./control"

export function enhanceShort(question: HTMLElement, key: HTMLElement): Control {
  const place = need(question, Part.Line)
  const input = need<HTMLInputElement>(place, "input")
  const right = key.querySelector<HTMLElement>(Part.Accepted)
  const accepted: readonly Accepted[] = JSON.parse(data(right, "accept") || "[]")
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
      const near = all(key, Part.NearMiss).find((each) => sameAnswer(data(each, "near"), input.value, accepted))
      showMark(place, null, "wrong", say.wrong)
      const more = [near?.querySelector(Part.Why), right].flatMap((each) => (each ? [each.cloneNode(true)] : []))
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
    focusTarget: () => input,
  }
}
