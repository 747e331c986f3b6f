// One quiz of a page: its questions, in practice or as a test, and what stands below them.
import { all, button, el, status } from "../dom"
import { quiz as say } from "../messages"
import { answerName, attemptName } from "../records"
import { missed, total } from "../score"
import type { Store, Trouble } from "../store"
import { sittingOf } from "./attempt"
import { enhance, type Question } from "./question"
import { summaryOf } from "./summary"
import { timer } from "./timer"

/**
 * Brings a quiz to life where it stands. `storeFor` gives the store of the site, whose troubles the quiz tells. A quiz
 * without a name keeps no answers. `changed` is called when anything has changed.
 */
export function enhanceQuiz(
  section: HTMLElement,
  storeFor: (tell: (trouble: Trouble) => void) => Store,
  changed = (): void => {},
): void {
  const place = section.querySelector(".hb-quiz-questions")
  if (!place || section.classList.contains("hb-live")) return
  const quiz = section.dataset["quiz"] ?? ""
  const test = section.dataset["mode"] === "test"
  const trouble = status("hb-trouble")
  const told = new Set<Trouble>()
  const store = storeFor(tell)
  const around = { quiz, test, store, changed: onChanged }
  const keys = new Map(all(section, "[data-answer]").map((key) => [key.dataset["answer"], key]))
  const questions = all(place, ".hb-item").flatMap((each) => {
    const key = keys.get(each.dataset["item"])
    return (key && enhance(each, key, around)) ?? []
  })
  if (!questions.length) return
  const scored = questions.filter((question) => question.scored)
  const counted = scored.length ? scored : questions
  const sitting = sittingOf(section, quiz, store, questions)

  const score = status("hb-score")
  const finish = button(say.finish, onFinish, { class: "hb-button hb-check" })
  const retry = button("", onRetry)
  const startOver = button(say.startOver, () => onStartOver())
  const summary = el("div")
  let warned = false
  let loading = false

  section.classList.add("hb-live")
  section.querySelector(".hb-quiz-intro")?.replaceChildren((test ? say.introTest : say.intro)(questions.length))
  section.querySelector(".hb-quiz-intro")?.after(trouble)
  place.append(
    ...(test ? [timer()] : []),
    el("div", { class: "hb-quiz-end" }, score, finish, retry, startOver),
    summary,
    ...(quiz ? [codeBox()] : []),
  )
  load()
  addEventListener("storage", onStorage)
  addEventListener("pageshow", ({ persisted }) => persisted && load())

  function tell(found: Trouble): void {
    told.add(found)
    trouble.textContent = [...told].map((each) => say[each]).join(" ")
  }

  function load(): void {
    loading = true
    sitting.load()
    for (const question of questions) question.load()
    loading = false
    show()
  }

  function onChanged(): void {
    if (loading) return
    if (quiz) sitting.keep()
    warned = false
    show()
    changed()
  }

  function show(): void {
    const checked = counted.filter((question) => question.checked()).length
    const done = checked === counted.length
    const wrong = scored.filter((question) => missed(question.result()))
    const { got, of } = total(scored.map((question) => question.result()))
    if (done && of) sitting.finish({ got, of, checked }, new Date())
    if (test && !done)
      announce(say.answered(scored.filter((question) => question.answered()).length, scored.length), ...flagged())
    else announce(say.score(got, of, checked, counted.length))
    finish.hidden = !test || done
    retry.hidden = !wrong.length || (test && !done)
    retry.textContent = say.retry(wrong.length)
    startOver.hidden = !questions.some((question) => question.checked() || question.answered())
    summary.replaceChildren(...(done ? [summaryOf(questions, quiz && sitting.code())] : []))
    if (done) showAll()
  }

  /** What is said again is not read out again. */
  function announce(...words: (Node | string)[]): void {
    const said = el("p", {}, ...words)
    if (score.textContent !== said.textContent) score.replaceChildren(...said.childNodes)
  }

  function flagged(): (Node | string)[] {
    const asked = questions.filter((question) => question.flagged())
    return asked.length ? [" ", say.flagged, ...linksTo(asked), "."] : []
  }

  /** The numbers of questions, each a way to go there. */
  function linksTo(asked: readonly Question[]): (Node | string)[] {
    return asked.flatMap((question, at) => {
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
    ;(summary.firstElementChild as HTMLElement | null)?.focus()
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
    sitting.renew(seed)
    showAll()
    show()
    questions[0]?.focus()
  }

  /** Where a form code is typed to get its order of options. */
  function codeBox(): HTMLElement {
    const typed = el("input", { type: "text", autocomplete: "off", spellcheck: "false" })
    const answer = status("hb-result")
    const use = button(say.useCode, () => {
      const read = sitting.seedOf(typed.value)
      answer.textContent = "fault" in read ? read.fault : ""
      if ("seed" in read) onStartOver(read.seed)
    })
    const label = el("label", {}, `${say.code} `, typed)
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
    if (!quiz) return
    if (key === null || key === store.full(attemptName(quiz))) return load()
    const question = questions.find(({ asked }) => key === store.full(answerName(quiz, asked.id)))
    if (!question) return
    question.load()
    show()
  }
}
