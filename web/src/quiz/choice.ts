// Questions answered by choosing: single, multiple, truefalse.
import { all } from "../dom"
import { data, Part } from "../page"
import { type ChoiceRule, scoreChoice } from "../score"
import { bestOf, type Control, type Feedback, nameOf, reasonOf, removeMark, showMark, shuffle } from "./control"
import * as say from "./words"

export function enhanceChoice(question: HTMLElement, key: HTMLElement): Control {
  const options = all(question, `${Part.Options} > li`).flatMap((place) => {
    const input = place.querySelector("input")
    return input ? [{ place, input }] : []
  })
  const right = new Set(all(key, Part.RightOption).map(nameOf))
  const rule: ChoiceRule = data(question, "score") === "per-option" ? "per-option" : "all-or-nothing"
  const type = data(question, "type")
  const several = type === "multiple"
  const ticks = (): HTMLInputElement[] => options.flatMap(({ input }) => (input.checked ? [input] : []))
  const answer = (): string[] => ticks().map((input) => input.value)
  const score = (): number => scoreChoice(new Set(answer()), right, rule)
  const hits = (): string[] => answer().filter((name) => right.has(name))
  /** What a right option is called that was not chosen. */
  const missed = (): string => (several ? (hits().length ? say.alsoRight : say.rightAnswer) : say.best)

  /** The reasons of the right options, of those that were chosen all the same, and of the others. */
  function feedback(): Feedback {
    const choices = answer()
    const slips = choices.filter((name) => !right.has(name))
    const names = options.map(({ input }) => input.value)
    const isBest = score() === 1
    const reasons = [
      ...names
        .filter((name) => right.has(name))
        .map((name) => [name, several ? (choices.includes(name) ? say.right : missed()) : ""] as const),
      ...slips.map((name) => [name, several ? say.other : say.yours] as const),
    ]
    const others = names.filter((name) => !right.has(name) && !choices.includes(name))
    return {
      amount: several && !isBest && hits().length ? say.hits(hits().length, right.size, slips.length) : "",
      ...(several || isBest ? {} : bestOf(key)),
      reasons: reasons.flatMap(([name, label]) => reasonOf(key, name, label)),
      others: others.flatMap((name) => reasonOf(key, name, say.other)),
    }
  }

  return {
    missing() {
      if (ticks().length) return null
      return several ? say.chooseSome : say.chooseOne
    },
    answer,
    restore(saved) {
      for (const { input } of options) input.checked = saved.includes(input.value)
    },
    score,
    mark() {
      for (const { place, input } of options) {
        const isRight = right.has(input.value)
        input.disabled = true
        if (input.checked) showMark(place, isRight ? "right" : "wrong", [say.yours])
        else if (isRight) showMark(place, "right", [missed()])
      }
      return feedback()
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
    focusTarget: () => ticks()[0] ?? question.querySelector<HTMLElement>(`${Part.Options} input`),
  }
}
