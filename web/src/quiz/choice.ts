// Questions answered by choosing: single, multiple, truefalse.
import { all } from "../dom"
import { quiz as say } from "../messages"
import { data, Part } from "../page"
import { type ChoiceRule, scoreChoice } from "../score"
import { type Control, nameOf, removeMark, showMark, shuffle } from "./control"

export function enhanceChoice(question: HTMLElement, key: HTMLElement): Control {
  const options = all(question, `${Part.Options} > li`).flatMap((place) => {
    const input = place.querySelector("input")
    return input ? [{ place, input }] : []
  })
  const right = new Set(all(key, Part.RightOption).map(nameOf))
  const rule: ChoiceRule = data(question, "score") === "per-option" ? "per-option" : "all-or-nothing"
  const type = data(question, "type")
  const chosen = (): HTMLInputElement[] => options.flatMap(({ input }) => (input.checked ? [input] : []))
  const answer = (): string[] => chosen().map((input) => input.value)

  return {
    missing() {
      if (chosen().length) return null
      return type === "multiple" ? say.chooseSome : say.chooseOne
    },
    answer,
    restore(saved) {
      for (const { input } of options) input.checked = saved.includes(input.value)
    },
    score: () => scoreChoice(new Set(answer()), right, rule),
    mark() {
      for (const { place, input } of options) {
        const isRight = right.has(input.value)
        const mark = isRight ? "right" : input.checked ? "wrong" : "other"
        input.disabled = true
        showMark(place, key, mark, verdict(isRight, input.checked))
      }
    },
    unmark() {
      for (const { place, input } of options) {
        input.disabled = false
        removeMark(place)
      }
    },
    clear() {
      for (const { input } of options) input.checked = false
    },
    arrange(random) {
      const list = question.querySelector<HTMLElement>(Part.Options)
      if (list && type !== "truefalse") shuffle(list, random)
    },
    focusTarget: () => chosen()[0] ?? question.querySelector<HTMLElement>(`${Part.Options} input`),
  }
}

function verdict(right: boolean, chosen: boolean): string {
  if (right) return chosen ? say.rightChosen : say.rightMissed
  return chosen ? say.wrongChosen : say.wrong
}
