// One quiz of a page: its questions, one at a time or below each other, in practice or as a test, and its end.
import { all, button, el, isByKey, status, troubles } from "../dom"
import { readFormCode } from "../formcode"
import { Part, type Question, type Quiz, readQuestions, readQuiz } from "../page"
import { ASKING, answerName, attemptName, placeName, readAsking, readPlace, readView, VIEW } from "../records"
import { missed, total } from "../score"
import type { StoreFor } from "../site"
import { currentAttempt } from "./attempt"
import * as say from "./messages"
import { playerOf } from "./player"
import { enhanceQuestion, isKnown, type QuestionControl } from "./question"
import { resultOf, type Slot, slotOf } from "./slot"
import { summaryOf } from "./summary"
import { timer } from "./timer"

/** A check of so many questions stays small: no bar, no score. */
const SMALL = 2
/** As many questions as are made ready together where all stand below each other. */
const TOGETHER = 25

/** What others do with a quiz. */
export interface QuizHooks {
  /** Called when anything has changed. */
  changed?(): void
  /** Called when an answer was remembered. Gives what else is to be said below it. */
  remembered?(): readonly Node[]
  /** What else stands at the end, below the result. */
  closing?(): readonly Node[]
  /** The form code of a quiz that is not a page's own, which was drawn just now. */
  readonly code?: string
}

/**
 * Brings a quiz to life where it stands. `storeFor` gives the store of the site, whose problems the quiz shows. A quiz
 * without a name keeps no answers.
 */
export function enhanceQuiz(section: HTMLElement, storeFor: StoreFor, hooks: QuizHooks = {}): void {
  const place = section.querySelector<HTMLElement>(Part.Questions)
  const questions = readQuestions(section).filter(isKnown)
  if (place && questions.length && !section.classList.contains("hb-live")) {
    enhance(section, place, questions, storeFor, hooks)
  }
}

function enhance(
  section: HTMLElement,
  place: HTMLElement,
  parts: readonly Question[],
  storeFor: StoreFor,
  hooks: QuizHooks,
): void {
  const { quiz, seed, form, fault } = quizByCode(section, hooks.code)
  const { name, test } = quiz
  const trouble = troubles()
  const store = storeFor((problem) => trouble.show(say.problems[problem]))
  const controls: QuestionControl[] = []
  const slots = parts.map((part) => slotOf(part, controlOf))
  const scored = slots.filter((slot) => slot.scored)
  const counted = scored.length ? scored : slots
  const attempt = currentAttempt(quiz, store, controls, seed, form)
  const isSmall = !test && name !== "" && parts.length <= SMALL && !section.matches(Part.Package)
  const asksSureness = store.get(ASKING, readAsking)?.on ?? false

  const score = status("hb-score")
  const finish = button(say.finish, onFinish, { class: "hb-button hb-check" })
  const retry = button("", onRetry, { class: "hb-button hb-check" })
  const startOver = button(say.startOver, (event) => onStartOver(isByKey(event)))
  const summary = el("div")
  const ends = el("div", { class: "hb-quiz-end" }, score, finish, retry, startOver)
  const end = el("div", { class: "hb-closing", tabindex: "-1", role: "group", "aria-label": say.atEnd }, summary)
  const view = button("", onView, { class: "hb-button hb-view" })
  const clock = test ? timer() : null
  const player = isSmall ? null : playerOf(place, end, test, onMoved)
  let round: readonly Slot[] = slots
  let warned = false
  let loading = false

  section.classList.add("hb-live")
  section.classList.toggle("hb-small", isSmall)
  const intro = section.querySelector(Part.Intro)
  intro?.replaceChildren(isSmall ? "" : (test ? say.introTest : say.intro)(parts.length, seed ? attempt.code() : ""))
  intro?.after(trouble.place)
  if (player) {
    player.bar.append(...(clock ? [clock.time] : []), view)
    place.prepend(...(clock ? [clock.box] : []), player.bar)
    place.append(end)
  }
  if (fault) trouble.show(fault)
  load()
  setView(player !== null && !store.get(VIEW, readView)?.all)
  addEventListener("storage", onStorage)
  addEventListener("pageshow", ({ persisted }) => persisted && name && load())
  addEventListener("hashchange", () => isOneByOne() && atHash() >= 0 && player?.ask(round, startAt()))

  function controlOf(part: Question): QuestionControl {
    const { remembered } = hooks
    const control = enhanceQuestion(part, { name, test, asksSureness, store, changed: onChanged, remembered, next })
    controls.push(control)
    attempt.arrange(control)
    control.load()
    return control
  }

  function isOneByOne(): boolean {
    return section.classList.contains("hb-player")
  }

  function next(): { label: string; go(byKey: boolean): void } | null {
    if (!player || !isOneByOne()) return null
    const isLast = player.at() >= round.length - 1
    const label = !isLast ? say.next : isComplete() ? say.toResult : test ? say.toReview : say.toOpen
    return { label, go: (byKey) => player.go(player.at() + 1, byKey) }
  }

  /** Takes up what is saved. What nothing is saved of waits until it is shown. */
  function load(): void {
    loading = true
    attempt.load()
    for (const slot of slots) {
      const isSaved = name && store.text(answerName(name, slot.item.version.id)) !== null
      if (slot.control) slot.control.load()
      else if (isSaved) slot.wake()
    }
    loading = false
    show()
  }

  function onView(): void {
    const whole = isOneByOne()
    const at = player?.at() ?? 0
    store.set(VIEW, { all: whole }, readView)
    setView(!whole)
    if (whole) (round[at] ?? round[0])?.wake().focus()
    else player?.go(startAt(), true)
  }

  /** One question at a time, or all of them. */
  function setView(oneByOne: boolean): void {
    section.classList.toggle("hb-player", oneByOne)
    view.textContent = oneByOne ? say.showAll : say.showOne
    if (oneByOne) player?.ask(round, startAt())
    else wakeSome()
    for (const control of controls) control.show()
  }

  /** Makes some more questions ready; the rest when the browser has time. */
  function wakeSome(): void {
    const asleep = slots.filter(({ control }) => !control)
    for (const slot of asleep.slice(0, TOGETHER)) slot.wake()
    if (asleep.length > TOGETHER) setTimeout(() => isOneByOne() || wakeSome())
  }

  /** The place to begin at: where the address leads, where the reader was, the first question that is open, the end. */
  function startAt(): number {
    const before = name ? store.get(placeName(name), readPlace)?.item : ""
    const places = [
      atHash(),
      round.findIndex(({ item }) => item.version.id === before),
      round.findIndex((slot) => counted.includes(slot) && !slot.control?.checked()),
    ]
    return places.find((at) => at >= 0) ?? round.length
  }

  function atHash(): number {
    return round.findIndex((slot) => location.hash === `#${slot.place.id}`)
  }

  function onMoved(slot: Slot | null): void {
    if (name) store.set(placeName(name), { item: slot?.item.version.id ?? "" }, readPlace)
    if (slot) return
    if (isComplete() && round !== slots) {
      showRound(slots)
      player?.ask(round, round.length)
    }
    show()
  }

  function onChanged(): void {
    if (loading) return
    if (name) attempt.save()
    warned = false
    show()
    hooks.changed?.()
  }

  function isComplete(): boolean {
    return counted.every(({ control }) => control?.checked())
  }

  function show(): void {
    const complete = isComplete()
    const wrong = scored.filter((slot) => missed(resultOf(slot)))
    const result = total(scored.map(resultOf))
    if (complete && result.of) attempt.finish(result, new Date())
    clock?.run(!complete)
    if (complete && !isOneByOne()) showRound(slots)
    announce(...(complete ? [] : standing()))
    finish.hidden = !test || complete
    retry.hidden = !wrong.length || (test && !complete)
    retry.textContent = say.retry(wrong.length)
    startOver.hidden = (test && !complete) || !controls.some((question) => question.checked() || question.answered())
    if (complete) {
      const more = [ends, ...(hooks.closing?.() ?? [])]
      summary.replaceChildren(summaryOf(controlsOf(slots), test ? attempt.code() : "", more))
    } else summary.replaceChildren(ends)
    player?.show()
  }

  /** The same words again are not read out again. */
  function announce(...words: (Node | string)[]): void {
    const line = el("p", {}, ...words)
    if (score.textContent !== line.textContent) score.replaceChildren(...line.childNodes)
  }

  /** How far one is: in practice what is checked, in a test what is answered; at the end what is open; what is flagged. */
  function standing(): (Node | string)[] {
    const open = counted.filter(({ control }) => !(test ? control?.answered() : control?.checked()))
    const flags = slots.filter(({ control }) => control?.flagged())
    const links = (words: string, some: readonly Slot[]): (Node | string)[] =>
      some.length ? [" ", words, ...linksTo(some), "."] : []
    return [
      (test ? say.answered : say.checked)(counted.length - open.length, counted.length),
      ...links(say.open, isOneByOne() && player?.at() === round.length ? open : []),
      ...links(say.flagged, flags),
    ]
  }

  /** The numbers of questions, each a way to go there. */
  function linksTo(some: readonly Slot[]): (Node | string)[] {
    return some.flatMap((slot, at) => {
      const link = el("a", { href: `#${slot.place.id}` }, String(slots.indexOf(slot) + 1))
      link.addEventListener("click", (event) => {
        if (!isOneByOne()) return
        event.preventDefault()
        player?.go(round.indexOf(slot), true)
      })
      return at ? [", ", link] : [" ", link]
    })
  }

  function showRound(some: readonly Slot[]): void {
    round = some
    for (const slot of slots) slot.place.hidden = !round.includes(slot)
  }

  function onFinish(): void {
    const open = scored.filter(({ control }) => !control?.answered())
    if (open.length && !warned) {
      warned = true
      announce(say.unanswered, ...linksTo(open), `. ${say.finishAgain}`)
      return
    }
    loading = true
    for (const slot of scored) slot.wake().check()
    loading = false
    onChanged()
    summary.querySelector<HTMLElement>("[tabindex]")?.focus()
  }

  function onRetry(event: MouseEvent): void {
    const wrong = scored.filter((slot) => missed(resultOf(slot)))
    showRound(wrong)
    for (const { control } of wrong) control?.startOver()
    begin(isByKey(event))
  }

  function onStartOver(byKey: boolean): void {
    loading = true
    for (const question of controls) question.startOver()
    loading = false
    attempt.renew()
    showRound(slots)
    begin(byKey)
  }

  /** Asks the first question of a round. */
  function begin(byKey: boolean): void {
    show()
    if (isOneByOne()) {
      player?.ask(round, 0)
      player?.go(0, byKey)
    } else round[0]?.wake().focus()
  }

  /** Another tab has changed something (a null key: it has emptied the storage). */
  function onStorage({ key }: StorageEvent): void {
    if (!name) return
    if (key === null || key === store.full(attemptName(name))) {
      load()
      return
    }
    const slot = slots.find(({ item }) => key === store.full(answerName(name, item.version.id)))
    if (!slot) return
    if (slot.control) slot.control.load()
    else slot.wake()
    show()
  }
}

interface Coded {
  readonly quiz: Quiz
  readonly seed?: string
  readonly form?: number
  readonly fault?: string
}

/** The quiz of a page: a test of its own where the address has a form code that fits it, else as the page has it. */
function quizByCode(section: HTMLElement, own?: string): Coded {
  const quiz = readQuiz(section)
  const inAddress = section.matches(Part.Package) ? null : new URLSearchParams(location.search).get("code")
  const code = own ?? inAddress
  const read = code === null ? null : readFormCode(code, quiz.form)
  if (code === null || (!read && isOfOther(code))) return { quiz }
  if (!read || (read.form !== 1 && !own)) return { quiz, fault: say.noSuchCode }
  if (read.content !== quiz.content) return { quiz, fault: say.otherContent(quiz.edition) }
  const name = `${quiz.form}-${read.seed}-${read.form}`
  return { quiz: { ...quiz, test: true, name }, seed: read.seed, form: read.form }
}

/** Whether a form code is of another quiz of the page. */
function isOfOther(code: string): boolean {
  return all(document, Part.Quiz).some((section) => readFormCode(code, readQuiz(section).form))
}

function controlsOf(slots: readonly Slot[]): QuestionControl[] {
  return slots.flatMap(({ control }) => control ?? [])
}
