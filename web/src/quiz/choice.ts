// Questions answered by choosing: single, multiple, truefalse.
import { all } from "../dom"
import { data, Part } from "../page"
import { type ChoiceRule, scoreChoice } from "../score"
import { bestOf, type Control, type Feedback, nameOf, reasonOf, removeMark, showMark, shuffle } from "./control"
import * as say from "./messages"

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
  const isRight = (name: string): boolean => right.has(name)
  const isWrong = (name: string): boolean => !right.has(name)
  const hits = (): string[] => answer().filter(isRight)
  /** What a right option is called that was not chosen. */
  const missed = (): string => (type === "single" ? say.best : hits().length ? say.alsoRight : say.rightAnswer)

  /** The reasons of what was chosen rightly, of what would have been right, of what was chosen wrongly; those of the others. */
  function feedback(): Feedback {
    const isBest = score() === 1
    const slips = answer().filter(isWrong)
    const open = options.flatMap(({ input }) => (input.checked ? [] : [input.value]))
    const reasons = (some: readonly string[], label: string): HTMLElement[] =>
      some.flatMap((name) => reasonOf(key, name, label))
    return {
      amount: several && !isBest && hits().length ? say.hits(hits().length, right.size, slips.length) : "",
      ...(several || isBest ? {} : bestOf(key)),
      reasons: [
        ...reasons(hits(), several ? say.right : ""),
        ...reasons(open.filter(isRight), several ? missed() : ""),
        ...reasons(slips, several ? say.other : say.yours),
      ],
      others: reasons(open.filter(isWrong), say.other),
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
        input.disabled = true
        if (input.checked) showMark(place, isRight(input.value) ? "right" : "wrong", [say.yours])
        else if (isRight(input.value)) showMark(place, "right", [missed()])
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
