// One question: its buttons, its result and what is saved of it, around the control of its type.
import { all, button, el, isByKey, isRepeat, setText, status } from "../dom"
import { remember } from "../history"
import { Part, type Question } from "../page"
import type { Random } from "../random"
import { type Answer, answerName, getFor, type ItemVersion, readAnswer, type Sureness, setFor } from "../records"
import type { Result } from "../score"
import type { Store } from "../store"
import { enhanceChoice } from "./choice"
import { type Enhance, type Feedback, type Verdict, verdictLine } from "./control"
import { stepwise } from "./hints"
import { enhanceMatch } from "./match"
import * as say from "./messages"
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
  /** Whether a scored question asks how sure one is before it is checked. */
  readonly asksSureness: boolean
  readonly store: Store
  /** Called after anything has changed that is saved. */
  changed(): void
  /** Called when an answer was remembered. Gives what else is to be said below it. */
  readonly remembered: (() => readonly Node[]) | undefined
  /** Where one goes from a question that is asked alone; null where all stand below each other. */
  next(): { readonly label: string; go(byKey: boolean): void } | null
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
  /** Shows the buttons that fit how the quiz is shown. */
  show(): void
  /** Leads the keyboard to its first control, or to the whole of it. */
  focus(byKey?: boolean): void
}

/** Whether a question is of a type that is known here. */
export function isKnown({ item }: Question): boolean {
  return item.type in TYPES
}

/** The control of a question whose type is known. */
export function enhanceQuestion({ item, question, answer: key }: Question, quiz: QuizContext): QuestionControl {
  const { version, points } = item
  const name = answerName(quiz.name, version.id)
  const control = (TYPES[item.type] ?? enhanceChoice)(question, key, onChange)
  const hints = stepwise(question, onChange)
  const scored = item.type !== "reflect"
  const inTest = quiz.test && scored
  const result = status("hb-result")
  const more = el("div", { class: "hb-more" })
  const main = button("", onMain, { class: "hb-button hb-check" })
  const sureness = el("fieldset", { class: "hb-sure" }, el("legend", {}, say.howSure))
  const again = button(say.tryAgain, onTryAgain)
  const skip = button(say.skip, (event) => quiz.next()?.go(isByKey(event)), { class: "hb-button hb-quiet" })
  const flag = button(say.flag, onFlag, { class: "hb-button hb-flag", "aria-pressed": "false" })
  let checked = false
  let touched = false
  const reply = el("div", { class: "hb-reply" }, result, more)
  const steps = question.querySelector(`ol${Part.Steps}`)
  if (steps) besides(steps, reply)
  else question.append(reply)
  sureness.append(
    ...say.sure.map((label, at) => button(label, (event) => isRepeat(event) || onCheck((3 - at) as Sureness))),
  )
  question.append(el("div", { class: "hb-buttons" }, sureness, main, again, ...(inTest ? [flag] : []), skip))
  question.tabIndex = -1
  question.addEventListener("change", onChange)
  question.addEventListener("input", onInput)
  question.addEventListener("keydown", onKey)
  question.classList.toggle("hb-in-test", inTest)

  function show(): void {
    const next = quiz.next()
    const asks = inTest || checked ? (next?.label ?? "") : scored ? say.check : say.advise
    setText(main, asks)
    sureness.hidden = !quiz.asksSureness || !scored || inTest || checked
    main.hidden = !asks || !sureness.hidden
    again.hidden = !checked || inTest
    skip.hidden = !next || checked || inTest
    flag.hidden = checked && !isFlagged()
    question.classList.toggle("hb-marked", checked)
  }

  function mark(): void {
    const feedback = control.mark()
    checked = true
    tell(feedback)
    show()
  }

  /** The verdict with what would have been best, which is read out; then the reasons, where to read on. */
  function tell(feedback: Feedback): void {
    const share = control.score() ?? 1
    const open = inTest && !answered()
    const verdict: Verdict = !scored || open ? "other" : share >= 1 ? "right" : share > 0 ? "part" : "wrong"
    const words = feedback.verdict ?? (open ? say.notAnswered : say.verdict(share, feedback.amount ?? ""))
    const copies = (part: Part): Node[] => all(key, `:scope > ${part}`).map((each) => each.cloneNode(true))
    const others = feedback.others?.length
      ? [el("details", { class: "hb-hint" }, el("summary", {}, say.others), ...feedback.others)]
      : []
    result.replaceChildren(verdictLine(verdict, words), ...(feedback.best ? [feedback.best] : []))
    const reasons = [...(feedback.reasons ?? []), ...copies(Part.Explanation)]
    more.replaceChildren(...reasons, ...others, ...copies(Part.References))
  }

  function unmark(): void {
    if (checked) control.unmark()
    checked = false
    result.replaceChildren()
    more.replaceChildren()
    show()
  }

  function answered(): boolean {
    return control.answer().length > 0 && !control.missing()
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

  /** What is typed is saved letter by letter: a page can be closed with the caret in the field. */
  function onInput({ target }: Event): void {
    if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text")) save()
  }

  /** Enter in an answer is as good as the button; where there are three, it leads to them. */
  function onKey(event: KeyboardEvent): void {
    const { target } = event
    if (event.key !== "Enter" || !(target instanceof HTMLInputElement)) return
    if (main.hidden && sureness.hidden) return
    event.preventDefault()
    if (main.hidden) sureness.querySelector("button")?.focus()
    else main.click()
  }

  function save(): void {
    if (!quiz.name) return
    const answer: Answer = {
      answer: control.answer(),
      checked: checked && scored,
      hints: hints.count(),
      flag: isFlagged(),
    }
    const touched = answer.answer.length || answer.hints || answer.flag || answer.checked
    setFor(quiz.store, name, version, touched ? answer : null, readAnswer)
  }

  function onMain(event: MouseEvent): void {
    if (isRepeat(event)) return
    if (checked || inTest) quiz.next()?.go(isByKey(event))
    else onCheck()
  }

  function onCheck(sure?: Sureness): void {
    const missing = control.missing() ?? control.caution?.()
    if (missing) setText(result, missing)
    else checkAnswer(sure)
  }

  function checkAnswer(sure?: Sureness): void {
    mark()
    const share = control.score()
    if (share !== null) {
      remember(quiz.store, version, share, hints.count(), new Date(), sure)
      more.append(...(quiz.remembered?.() ?? []))
    }
    onChange()
    if (inTest) return
    ;(main.hidden ? again : main).focus({ preventScroll: true })
    const isLow = result.getBoundingClientRect().top > innerHeight / 2
    if (isLow && reply.getBoundingClientRect().bottom > innerHeight) result.scrollIntoView({ block: "center" })
  }

  function onTryAgain(event: MouseEvent): void {
    if (isRepeat(event)) return
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

  show()
  return {
    place: question,
    version,
    scored,
    topics: item.topics,
    refs: all<HTMLAnchorElement>(key, `${Part.References} a`),
    result: () => ({ points, share: checked && scored ? control.score() : null }),
    checked: () => checked,
    answered,
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
    show,
    focus(byKey = true) {
      const target = control.focusTarget() ?? main
      const { top } = question.getBoundingClientRect()
      // Where both are not in sight together, the question comes before its answer
      if (byKey && target.getBoundingClientRect().bottom - top < innerHeight - 100) target.focus()
      else question.focus({ preventScroll: true })
    },
  }
}

/** What is said of steps stands beside them where there is room: their right order beside one's own. */
function besides(steps: Element, reply: HTMLElement): void {
  const box = el("div", { class: "hb-beside" })
  steps.before(box)
  const announcer = steps.nextElementSibling
  box.append(el("div", {}, steps, ...(announcer ? [announcer] : [])), reply)
}
