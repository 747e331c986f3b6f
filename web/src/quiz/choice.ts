// Questions answered by choosing: single, multiple, truefalse.
import { all } from "../dom"
import { quiz as say } from "../messages"
import { type ChoiceRule, scoreChoice } from "../score"
import { type Control, removeMark, showMark, shuffle } from "./control"

export function enhanceChoice(question: HTMLElement, key: HTMLElement): Control {
  const inputs = all<HTMLInputElement>(question, ".hb-options input")
  const right = new Set(all(key, "[data-right]").map((option) => option.dataset["option"] ?? ""))
  const rule: ChoiceRule = question.dataset["score"] === "per-option" ? "per-option" : "all-or-nothing"
  const type = question.dataset["type"]
  const chosen = (): HTMLInputElement[] => inputs.filter((input) => input.checked)
  const answer = (): string[] => chosen().map((input) => input.value)

  return {
    missing() {
      if (chosen().length) return null
      return type === "multiple" ? say.chooseSome : say.chooseOne
    },
    answer,
    restore(saved) {
      for (const input of inputs) input.checked = saved.includes(input.value)
    },
    score: () => scoreChoice(new Set(answer()), right, rule),
    mark() {
      for (const input of inputs) {
        const isRight = right.has(input.value)
        const mark = isRight ? "right" : input.checked ? "wrong" : "other"
        input.disabled = true
        showMark(placeOf(input), key, mark, verdict(isRight, input.checked))
      }
    },
    unmark() {
      for (const input of inputs) {
        input.disabled = false
        removeMark(placeOf(input))
      }
    },
    clear() {
      for (const input of inputs) input.checked = false
    },
    arrange(random) {
      const list = question.querySelector<HTMLElement>(".hb-options")
      if (list && type !== "truefalse") shuffle(list, random)
    },
    first: () => chosen()[0] ?? question.querySelector<HTMLElement>(".hb-options input"),
  }
}

function placeOf(input: HTMLElement): HTMLElement {
  return input.closest("li") as HTMLElement
}

function verdict(right: boolean, chosen: boolean): string {
  if (right) return chosen ? say.rightChosen : say.rightMissed
  return chosen ? say.wrongChosen : say.wrong
}
