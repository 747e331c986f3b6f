// The page of one's own progress: overview, review of what is due, certificates, and what is kept.
import { dayOf, longDay } from "../day"
import { contentOf } from "../deferred"
import { button, el, setText, status, troubles } from "../dom"
import { progress as say, quiz as sayQuiz } from "../messages"
import { data, Part, type Question, readQuestions } from "../page"
import { enhanceQuiz } from "../quiz/quiz"
import type { StoreFor } from "../site"
import { awardOf, type CompletedQuiz, certificateOf, checkerOf, completedIn, isEarned } from "./certificate"
import { overviewOf } from "./overview"
import { practicedIn } from "./practiced"
import { dueOn, outlook, reviewOf } from "./review"
import { storageButtons } from "./storage"

export function enhanceProgress(section: HTMLElement, storeFor: StoreFor): void {
  const template = section.querySelector("template")
  const list = section.querySelector<HTMLElement>(Part.Quizzes)
  if (template && list) enhance(section, template, list, storeFor)
}

function enhance(section: HTMLElement, template: HTMLTemplateElement, list: HTMLElement, storeFor: StoreFor): void {
  const trouble = troubles()
  const store = storeFor((problem) => trouble.show(sayQuiz[problem]))
  let bank: readonly Question[] | undefined
  let certificate: HTMLElement | undefined
  const overview = el("div")
  const due = status("hb-due")
  const begin = button(say.begin, onBegin, { class: "hb-button hb-check" })
  const review = el("div")
  const certificates = el("div")
  const storage = storageButtons(store, showAll)
  const head = (text: string): HTMLElement => el("p", { class: "hb-part", role: "heading", "aria-level": "3" }, text)

  section.querySelector(Part.WithoutScript)?.remove()
  list.before(
    trouble.place,
    overview,
    head(say.review),
    due,
    begin,
    review,
    head(say.certificates),
    certificates,
    checkerOf(),
    head(say.storage),
    storage,
    head(say.quizzes),
  )
  begin.hidden = true
  showAll()
  contentOf(template).then(
    (content) => {
      bank = readQuestions(content)
      show()
    },
    () => trouble.show(say.notLoaded),
  )
  addEventListener("storage", () => show())
  addEventListener("pageshow", ({ persisted }) => persisted && showAll())

  function show(): void {
    if (!bank) return
    const today = dayOf(new Date())
    const practiced = practicedIn(bank, store, today)
    overview.replaceChildren(...overviewOf(bank, practiced, today))
    setText(due, outlook(practiced, today))
    begin.hidden = !dueOn(practiced, today).length
  }

  function showAll(): void {
    show()
    review.replaceChildren()
    const entries = completedIn(list, store).map((quiz) => {
      const missing = isEarned(quiz) ? [] : [el("span", { class: "hb-note" }, ` ${say.toEarn(quiz.mark)}`)]
      const words = say.finished(quiz.title, longDay(quiz.at), say.share(quiz.got / (quiz.of || 1)))
      return el("li", {}, `${words} `, certificateButton(quiz), ...missing)
    })
    certificates.replaceChildren(entries.length ? el("ul", {}, ...entries) : el("p", {}, say.noCertificate))
  }

  function certificateButton(quiz: CompletedQuiz): HTMLElement {
    const label = isEarned(quiz) ? say.makeCertificate : say.record
    return button(label, () => onCertificate(quiz), { "aria-label": `${label}: ${quiz.title}` })
  }

  function onBegin(): void {
    const today = dayOf(new Date())
    const quiz = reviewOf(dueOn(practicedIn(bank ?? [], store, today), today))
    review.replaceChildren(quiz)
    enhanceQuiz(quiz, storeFor, { changed: show })
    quiz.querySelector<HTMLElement>("input, select, button")?.focus()
  }

  function onCertificate(quiz: CompletedQuiz): void {
    certificate?.remove()
    const county = { name: data(section, "county"), seal: data(section, "seal") }
    certificate = certificateOf(awardOf(quiz), data(section, "edition"), county, onClose)
    certificates.append(certificate)
    certificate.querySelector("input")?.focus()
  }

  function onClose(): void {
    certificate?.remove()
    certificates.querySelector("button")?.focus()
  }
}
