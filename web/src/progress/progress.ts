// The page of one's own progress: overview, review of what is due, certificates, and what is kept.
import { dayOf, longDay } from "../day"
import { button, el, status } from "../dom"
import { contentOf } from "../later"
import { progress as say, quiz as sayQuiz } from "../messages"
import { enhanceQuiz } from "../quiz/quiz"
import type { Store, Trouble } from "../store"
import { type Carried, knownOf, readBank } from "./bank"
import { certificateOf, checkerOf, type Completed, completedOf } from "./certificate"
import { keepingOf } from "./keeping"
import { overviewOf } from "./overview"
import { dueOn, outlook, reviewOf } from "./review"

export function enhanceProgress(section: HTMLElement, storeFor: (tell: (trouble: Trouble) => void) => Store): void {
  const template = section.querySelector<HTMLTemplateElement>("template")
  const list = section.querySelector<HTMLElement>(".hb-quizzes")
  if (!template || !list) return
  const trouble = status("hb-trouble")
  const store = storeFor((found) => (trouble.textContent = sayQuiz[found]))
  let bank: readonly Carried[] | undefined
  const overview = el("div")
  const due = status("hb-due")
  const begin = button(say.begin, onBegin, { class: "hb-button hb-check" })
  const review = el("div")
  const certificates = el("div")
  const keeping = keepingOf(store, showAll)
  const head = (text: string): HTMLElement => el("p", { class: "hb-part", role: "heading", "aria-level": "3" }, text)

  section.querySelector(".hb-needs-script")?.remove()
  list.before(
    trouble,
    overview,
    head(say.review),
    due,
    begin,
    review,
    head(say.certificates),
    certificates,
    checkerOf(),
    head(say.kept),
    keeping,
    head(say.quizzes),
  )
  begin.hidden = true
  showAll()
  contentOf(template).then(
    (content) => {
      bank = readBank(content)
      show()
    },
    () => (trouble.textContent = say.notLoaded),
  )
  addEventListener("storage", () => show())
  addEventListener("pageshow", ({ persisted }) => persisted && showAll())

  function show(): void {
    if (!bank) return
    const today = dayOf(new Date())
    const known = knownOf(bank, store)
    overview.replaceChildren(...overviewOf(bank, known, today))
    const words = outlook(known, today)
    if (due.textContent !== words) due.textContent = words
    begin.hidden = !dueOn(known, today).length
  }

  function showAll(): void {
    show()
    review.replaceChildren()
    const done = completedOf(list as HTMLElement, store)
    const entries = done.map((each) =>
      el("li", {}, `${say.finished(each.title, longDay(each.at))} `, certificateButton(each)),
    )
    certificates.replaceChildren(entries.length ? el("ul", {}, ...entries) : el("p", {}, say.noCertificate))
  }

  function certificateButton(done: Completed): HTMLElement {
    return button(say.makeCertificate, () => onCertificate(done), {
      "aria-label": `${say.makeCertificate}: ${done.title}`,
    })
  }

  function onBegin(): void {
    const quiz = reviewOf(dueOn(knownOf(bank ?? [], store), dayOf(new Date())))
    review.replaceChildren(quiz)
    enhanceQuiz(quiz, storeFor, show)
    quiz.querySelector<HTMLElement>("input, select, button")?.focus()
  }

  function onCertificate(done: Completed): void {
    const made = certificateOf(done, section.dataset["edition"] ?? "", () => {
      made.remove()
      certificates.querySelector("button")?.focus()
    })
    certificates.querySelector(".hb-certificate")?.remove()
    certificates.append(made)
    made.querySelector("input")?.focus()
  }
}
