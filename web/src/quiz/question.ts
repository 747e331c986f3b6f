// One question: its buttons, its result and what is saved of it, around the control of its type.
import { all, button, el, status } from "../dom"
import { remember } from "../history"
import { quiz as say } from "../messages"
import { Mark, Part, type Question } from "../page"
import type { Random } from "../random"
import { type Answer, answerName, getFor, type ItemVersion, readAnswer, setFor } from "../records"
import type { Result } from "../score"
import type { Store } from "../store"
import { enhanceChoice } from "./choice"
import type { Enhance } from "./control"
import { stepwise } from "./hints"
import { enhanceMatch } from "./match"
import { enhanceOrder } from "./order"
import { enhanceReflect } from "./reflect"
import { enhanceScenario } from "./scenario"
import { enhanceShort } from "./short"

const TYPES: Readonly<Record<string, Enhance>> = {
  single: enhanceChoice,
  multiple: enhanceChoice,
  truefalse: enhanceChoice,
  order: enhanceOrder,
  match: enhanceMatch,
  classify: enhanceMatch,
  short: enhanceShort,
  scenario: enhanceScenario,
  reflect: enhanceReflect,
}

/** The quiz that a question stands in. */
export interface QuizContext {
  /** The name of its saved answers; empty where they are not kept. */
  readonly name: string
  readonly test: boolean
  readonly store: Store
  /** Called after anything has changed that is saved. */
  changed(): void
}

export interface QuestionControl {
  readonly place: HTMLElement
  readonly version: ItemVersion
  readonly scored: boolean
  readonly topics: readonly string[]
  /** Where the handbook answers it. */
  readonly refs: readonly HTMLAnchorElement[]
  result(): Result
  checked(): boolean
  answered(): boolean
  flagged(): boolean
  /** Marks the answer, whatever it is. */
  check(): void
  /** Takes up what is saved. */
  load(): void
  startOver(): void
  arrange(random: Random): void
  focus(): void
}

/** The control of a question; null when its type is not known here. */
export function enhanceQuestion({ item, question, answer: key }: Question, quiz: QuizContext): QuestionControl | null {
  const enhance = TYPES[item.type]
  if (!enhance) return null
  const { version, points } = item
  const name = answerName(quiz.name, version.id)
  const control = enhance(question, key, onChange)
  const hints = stepwise(question, onChange)
  const scored = item.type !== "reflect"
  const result = status("hb-result")
  const check = button(scored ? say.check : say.advise, onCheck, { class: "hb-button hb-check" })
  const again = button(say.tryAgain, onTryAgain)
  const flag = button(say.flag, onFlag, { "aria-pressed": "false" })
  const more = el("div", { class: "hb-more" })
  const inTest = quiz.test && scored
  const buttons = el("div", { class: "hb-buttons" }, inTest ? flag : check)
  let checked = false
  let touched = false
  question.append(buttons, result)
  question.addEventListener("change", onChange)
  question.classList.toggle("hb-in-test", inTest)

  function show(now: boolean): void {
    checked = now
    check.setAttribute("aria-disabled", String(now))
    if (now && !inTest) buttons.append(again)
    else again.remove()
    flag.hidden = now && !isFlagged()
    if (now) question.append(more)
    question.classList.toggle("hb-marked", now)
    more.replaceChildren(...(now ? explanation() : []))
    result.textContent = now ? resultInWords() : ""
  }

  function explanation(): Node[] {
    return all(key, `:scope > :is(${Part.Explanation}, ${Part.References})`).map((part) => part.cloneNode(true))
  }

  function resultInWords(): string {
    const share = control.score()
    const inPart =
      question.querySelector(`${Part.Steps} > [${Mark.Verdict}=right], [${Mark.Verdict}=right] :checked`) !== null
    return share === null ? say.reflected : say.result(share, points, inPart)
  }

  function mark(): void {
    control.mark()
    show(true)
  }

  function unmark(): void {
    if (checked) control.unmark()
    show(false)
  }

  function isFlagged(): boolean {
    return flag.getAttribute("aria-pressed") === "true"
  }

  function onFlag(): void {
    flag.setAttribute("aria-pressed", String(!isFlagged()))
    onChange()
  }

  function onChange(): void {
    touched = true
    save()
    quiz.changed()
  }

  function save(): void {
    if (!quiz.name) return
    const answer: Answer = {
      answer: control.answer(),
      checked: checked && scored,
      hints: hints.used(),
      flag: isFlagged(),
    }
    if (answer.answer.length || answer.hints || answer.flag || answer.checked) setFor(quiz.store, name, version, answer)
    else quiz.store.remove(name)
  }

  function onCheck(): void {
    const missing = checked ? null : control.missing()
    if (missing) result.textContent = missing
    else if (!checked) checkAnswer()
  }

  function checkAnswer(): void {
    mark()
    const share = control.score()
    if (share !== null) remember(quiz.store, version, share, hints.used(), new Date())
    onChange()
  }

  function onTryAgain(): void {
    unmark()
    control.focusTarget()?.focus()
    onChange()
  }

  function take(saved: Answer | "changed" | null): void {
    const answer = saved === "changed" ? null : saved
    touched = saved !== null
    unmark()
    control.clear()
    hints.restore(answer?.hints ?? 0)
    flag.setAttribute("aria-pressed", String(answer?.flag ?? false))
    if (saved === "changed") result.textContent = say.changed
    if (answer) control.restore(answer.answer)
    if (answer?.checked && (quiz.test || !control.missing())) mark()
  }

  return {
    place: question,
    version,
    scored,
    topics: item.tags,
    refs: all<HTMLAnchorElement>(key, `${Part.References} a`),
    result: () => ({ points, share: checked && scored ? control.score() : null }),
    checked: () => checked,
    answered: () => control.answer().length > 0 && !control.missing(),
    flagged: isFlagged,
    check: () => checked || checkAnswer(),
    load() {
      const saved = quiz.name ? getFor(quiz.store, name, version, readAnswer) : null
      if (saved || touched) take(saved)
      else hints.restore(0)
    },
    startOver() {
      take(null)
      save()
    },
    arrange: (random) => control.arrange(random),
    focus: () => (control.focusTarget() ?? check).focus(),
  }
}
