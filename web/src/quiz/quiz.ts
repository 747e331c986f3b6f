// One quiz of a page: its questions, in practice or as a test, and what stands below them.
import { button, el, status } from "../dom"
import { quiz as say } from "../messages"
import { Part, type Question, readQuestions, readQuiz } from "../page"
import { answerName, attemptName } from "../records"
import { missed, total } from "../score"
import type { StoreFor } from "../site"
import type { StorageProblem } from "../store"
import { currentAttempt } from "./attempt"
import { enhanceQuestion, type QuestionControl } from "./question"
import { summaryOf } from "./summary"
import { timer } from "./timer"

/**
 * Brings a quiz to life where it stands. `storeFor` gives the store of the site, whose problems the quiz shows. A quiz
 * without a name keeps no answers. `changed` is called when anything has changed.
 */
export function enhanceQuiz(section: HTMLElement, storeFor: StoreFor, changed = (): void => {}): void {
  const place = section.querySelector<HTMLElement>(Part.Questions)
  const questions = readQuestions(section)
  if (place && questions.length && !section.classList.contains("hb-live")) {
    enhance(section, place, questions, storeFor, changed)
  }
}

function enhance(
  section: HTMLElement,
  place: HTMLElement,
  parts: readonly Question[],
  storeFor: StoreFor,
  changed: () => void,
): void {
  const quiz = readQuiz(section)
  const { name, test } = quiz
  const notice = status("hb-trouble")
  const problems = new Set<StorageProblem>()
  const store = storeFor(onProblem)
  const questions = parts.flatMap((each) => enhanceQuestion(each, { name, test, store, changed: onChanged }) ?? [])
  const scored = questions.filter((question) => question.scored)
  const counted = scored.length ? scored : questions
  const attempt = currentAttempt(quiz, store, questions)

  const score = status("hb-score")
  const finish = button(say.finish, onFinish, { class: "hb-button hb-check" })
  const retry = button("", onRetry)
  const startOver = button(say.startOver, () => onStartOver())
  const summary = el("div")
  let warned = false
  let loading = false

  section.classList.add("hb-live")
  section.querySelector(Part.Intro)?.replaceChildren((test ? say.introTest : say.intro)(questions.length))
  section.querySelector(Part.Intro)?.after(notice)
  place.append(
    ...(test ? [timer()] : []),
    el("div", { class: "hb-quiz-end" }, score, finish, retry, startOver),
    summary,
    ...(name ? [codeBox()] : []),
  )
  load()
  addEventListener("storage", onStorage)
  addEventListener("pageshow", ({ persisted }) => persisted && load())

  function onProblem(problem: StorageProblem): void {
    problems.add(problem)
    notice.textContent = [...problems].map((each) => say[each]).join(" ")
  }

  function load(): void {
    loading = true
    attempt.load()
    for (const question of questions) question.load()
    loading = false
    show()
  }

  function onChanged(): void {
    if (loading) return
    if (name) attempt.save()
    warned = false
    show()
    changed()
  }

  function show(): void {
    const checked = counted.filter((question) => question.checked()).length
    const done = checked === counted.length
    const wrong = scored.filter((question) => missed(question.result()))
    const { got, of } = total(scored.map((question) => question.result()))
    if (done && of) attempt.finish({ got, of, checked }, new Date())
    if (test && !done)
      announce(say.answered(scored.filter((question) => question.answered()).length, scored.length), ...flagged())
    else announce(say.score(got, of, checked, counted.length))
    finish.hidden = !test || done
    retry.hidden = !wrong.length || (test && !done)
    retry.textContent = say.retry(wrong.length)
    startOver.hidden = !questions.some((question) => question.checked() || question.answered())
    summary.replaceChildren(...(done ? [summaryOf(questions, name && attempt.code())] : []))
    if (done) showAll()
  }

  /** The same words again are not read out again. */
  function announce(...words: (Node | string)[]): void {
    const line = el("p", {}, ...words)
    if (score.textContent !== line.textContent) score.replaceChildren(...line.childNodes)
  }

  function flagged(): (Node | string)[] {
    const marked = questions.filter((question) => question.flagged())
    return marked.length ? [" ", say.flagged, ...linksTo(marked), "."] : []
  }

  /** The numbers of questions, each a way to go there. */
  function linksTo(some: readonly QuestionControl[]): (Node | string)[] {
    return some.flatMap((question, at) => {
      const link = el("a", { href: `#${question.place.id}` }, String(questions.indexOf(question) + 1))
      return at ? [", ", link] : [" ", link]
    })
  }

  function showAll(): void {
    for (const question of questions) question.place.hidden = false
  }

  function onFinish(): void {
    const open = scored.filter((question) => !question.answered())
    if (open.length && !warned) {
      warned = true
      announce(say.unanswered, ...linksTo(open), `. ${say.finishAgain}`)
      return
    }
    loading = true
    for (const question of scored) question.check()
    loading = false
    onChanged()
    summary.querySelector<HTMLElement>("[tabindex]")?.focus()
  }

  function onRetry(): void {
    const wrong = scored.filter((question) => missed(question.result()))
    for (const question of questions) question.place.hidden = !wrong.includes(question)
    for (const question of wrong) question.startOver()
    show()
    wrong[0]?.focus()
  }

  function onStartOver(seed?: string): void {
    loading = true
    for (const question of questions) question.startOver()
    loading = false
    attempt.renew(seed)
    showAll()
    show()
    questions[0]?.focus()
  }

  /** Where a form code is typed to get its order of options. */
  function codeBox(): HTMLElement {
    const input = el("input", { type: "text", autocomplete: "off", spellcheck: "false" })
    const answer = status("hb-result")
    const use = button(say.useCode, () => {
      const read = attempt.seedOf(input.value)
      answer.textContent = "fault" in read ? read.fault : ""
      if ("seed" in read) onStartOver(read.seed)
    })
    const label = el("label", {}, `${say.code} `, input)
    return el(
      "details",
      { class: "hb-hint hb-code-box" },
      el("summary", {}, say.haveCode),
      el("p", { class: "hb-line" }, label),
      use,
      answer,
    )
  }

  /** Another tab has changed something (a null key: it has emptied the storage). */
  function onStorage({ key }: StorageEvent): void {
    if (!name) return
    if (key === null || key === store.full(attemptName(name))) {
      load()
      return
    }
    const question = questions.find(({ version }) => key === store.full(answerName(name, version.id)))
    if (!question) return
    question.load()
    show()
  }
}
