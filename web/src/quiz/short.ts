// Questions answered by typing a word or a number.
import { type Accepted, fits, isAlmost, sameAnswer } from "../accept"
import { all, need } from "../dom"
import { data, Part } from "../page"
import { bestOf, type Control, removeMark, showMark } from "./control"
import * as say from "./messages"

export function enhanceShort(question: HTMLElement, key: HTMLElement): Control {
  const place = need(question, Part.Line)
  const input = need<HTMLInputElement>(place, "input")
  const right = key.querySelector<HTMLElement>(Part.Accepted)
  const accepted: readonly Accepted[] = JSON.parse(data(right, "accept") || "[]")
  const isRight = (): boolean => accepted.some((each) => fits(each, input.value))
  const near = (): HTMLElement | undefined =>
    all(key, Part.NearMiss).find((each) => sameAnswer(data(each, "near"), input.value, accepted))
  const almost = (): boolean => !isRight() && !near() && accepted.some((each) => isAlmost(each, input.value))
  let warned = ""
  input.enterKeyHint = "done"

  return {
    missing: () => (input.value.trim() ? null : say.typeFirst),
    caution() {
      if (warned === input.value || !almost()) return null
      warned = input.value
      return say.almost
    },
    answer: () => (input.value.trim() ? [input.value] : []),
    restore(saved) {
      input.value = saved[0] ?? ""
    },
    score: () => Number(isRight()),
    mark() {
      input.readOnly = true
      showMark(place, isRight() ? "right" : "wrong", [say.yours])
      if (isRight()) return {}
      const why = near()?.querySelector(Part.Why)?.cloneNode(true)
      return {
        ...(almost() ? { verdict: say.almost } : {}),
        ...(accepted.some(({ regex }) => regex === undefined) ? bestOf(key) : {}),
        reasons: why ? [why] : [],
      }
    },
    unmark() {
      input.readOnly = false
      removeMark(place)
    },
    clear() {
      input.value = ""
      warned = ""
    },
    arrange() {},
    focusTarget: () => input,
  }
}
