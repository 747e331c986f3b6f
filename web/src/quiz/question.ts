// One question: its buttons, its result and what is saved of it, around the control of its type.
import { all, button, el, status } from "../dom"
import { remember } from "../history"
import { quiz as say } from "../messages"
import type { Random } from "../random"
import { type Answer, answerName, type Asked, getFor, readAnswer, setFor } from "../records"
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
export interface Around {
  /** The name of its saved answers; empty where they are not kept. */
  readonly quiz: string
  readonly test: boolean
  readonly store: Store
  /** Called after anything has changed that is saved. */
  changed(): void
}

export interface Question {
  readonly place: HTMLElement
  readonly asked: Asked
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

export function enhance(place: HTMLElement, key: HTMLElement, around: Around): Question | null {
  const type = TYPES[place.dataset["type"] ?? ""]
  if (!type) return null
  const {
    item = "",
    rev,
    fingerprint = "",
    points,
    tags,
  } = place.dataset as Readonly<Record<string, string | undefined>>
  const asked: Asked = { id: item, rev: Number(rev), fingerprint }
  const name = answerName(around.quiz, item)
  const control = type(place, key, onChange)
  const hints = stepwise(place, onChange)
  const scored = place.dataset["type"] !== "reflect"
  const result = status("hb-result")
  const check = button(scored ? say.check : say.advise, onCheck, { class: "hb-button hb-check" })
  const again = button(say.tryAgain, onTryAgain)
  const flag = button(say.flag, onFlag, { "aria-pressed": "false" })
  const more = el("div", { class: "hb-more" })
  const inTest = around.test && scored
  const buttons = el("div", { class: "hb-buttons" }, inTest ? flag : check)
  let checked = false
  let touched = false
  place.append(buttons, result)
  place.addEventListener("change", onChange)
  place.classList.toggle("hb-in-test", inTest)

  function show(now: boolean): void {
    checked = now
    check.setAttribute("aria-disabled", String(now))
    if (now && !inTest) buttons.append(again)
    else again.remove()
    flag.hidden = now && !isFlagged()
    if (now) place.append(more)
    place.classList.toggle("hb-marked", now)
    more.replaceChildren(
      ...(now ? all(key, ":scope > :is(.hb-explain, .hb-refs)").map((part) => part.cloneNode(true)) : []),
    )
    result.textContent = now ? resultInWords() : ""
  }

  function resultInWords(): string {
    const share = control.score()
    const inPart = place.querySelector(".hb-steps > [data-mark=right], [data-mark=right] :checked") !== null
    return share === null ? say.reflected : say.result(share, Number(points), inPart)
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
    around.changed()
  }

  function save(): void {
    if (!around.quiz) return
    const answer: Answer = {
      answer: control.answer(),
      checked: checked && scored,
      hints: hints.used(),
      flag: isFlagged(),
    }
    if (answer.answer.length || answer.hints || answer.flag || answer.checked) setFor(around.store, name, asked, answer)
    else around.store.remove(name)
  }

  function onCheck(): void {
    const missing = checked ? null : control.missing()
    if (missing) result.textContent = missing
    else if (!checked) checkIt()
  }

  function checkIt(): void {
    mark()
    const share = control.score()
    if (share !== null) remember(around.store, asked, share, hints.used(), new Date())
    onChange()
  }

  function onTryAgain(): void {
    unmark()
    control.first()?.focus()
    onChange()
  }

  function take(saved: Answer | "changed" | null): void {
    touched = saved !== null
    unmark()
    control.clear()
    hints.restore(saved && saved !== "changed" ? saved.hints : 0)
    flag.setAttribute("aria-pressed", String(saved !== null && saved !== "changed" && saved.flag))
    if (saved === "changed") result.textContent = say.changed
    else if (saved) control.restore(saved.answer)
    if (saved && saved !== "changed" && saved.checked && (around.test || !control.missing())) mark()
  }

  return {
    place,
    asked,
    scored,
    topics: tags ? tags.split(" ") : [],
    refs: all<HTMLAnchorElement>(key, ".hb-refs a"),
    result: () => ({ points: Number(points), share: checked && scored ? control.score() : null }),
    checked: () => checked,
    answered: () => control.answer().length > 0 && !control.missing(),
    flagged: isFlagged,
    check: () => checked || checkIt(),
    load() {
      const saved = around.quiz ? getFor(around.store, name, asked, readAnswer) : null
      if (saved || touched) take(saved)
      else hints.restore(0)
    },
    startOver() {
      take(null)
      save()
    },
    arrange: (random) => control.arrange(random),
    focus: () => (control.first() ?? check).focus(),
  }
}
