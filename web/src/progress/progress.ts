// The page of one's own progress: today's questions, overview, certificates, and what is kept.
import { dayOf, longDay } from "../day"
import { contentOf } from "../deferred"
import { button, el, troubles } from "../dom"
import { PRACTICED } from "../due"
import { progress as say } from "../messages"
import { data, Part, type Question, readQuestions } from "../page"
import * as sayQuiz from "../quiz/messages"
import { ASKING, readAsking } from "../records"
import type { StoreFor } from "../site"
import type { Store } from "../store"
import { awardOf, type CompletedQuiz, certificateOf, checkerOf, completedIn, isEarned } from "./certificate"
import { nextSet, type Standing } from "./daily"
import { overviewOf } from "./overview"
import { practicedIn } from "./practiced"
import { storageButtons } from "./storage"
import { todayIn } from "./today"

export function enhanceProgress(section: HTMLElement, storeFor: StoreFor): void {
  const template = section.querySelector("template")
  const place = section.querySelector<HTMLElement>(Part.Today)
  const list = section.querySelector<HTMLElement>(Part.Quizzes)
  if (template && place && list) enhance(section, template, place, list, storeFor)
}

function enhance(
  section: HTMLElement,
  template: HTMLTemplateElement,
  place: HTMLElement,
  list: HTMLElement,
  storeFor: StoreFor,
): void {
  const trouble = troubles()
  const store = storeFor((problem) => trouble.show(sayQuiz.problems[problem]))
  let bank: readonly Question[] | undefined
  let certificate: HTMLElement | undefined
  const today = todayIn(place, storeFor, standing, show)
  const overview = el("div")
  const certificates = el("div")
  const storage = storageButtons(store, onStored)
  const head = (text: string): HTMLElement => el("p", { class: "hb-part", role: "heading", "aria-level": "3" }, text)

  section.querySelector(Part.WithoutScript)?.remove()
  place.before(trouble.place)
  list.before(
    overview,
    askingSwitch(store),
    head(say.certificates),
    certificates,
    checkerOf(),
    head(say.storage),
    storage,
    head(say.quizzes),
  )
  showAll()
  contentOf(template).then(
    (content) => {
      bank = readQuestions(content)
      show()
      begin()
    },
    () => trouble.show(say.notLoaded),
  )
  addEventListener("storage", () => show())
  addEventListener("pageshow", ({ persisted }) => persisted && showAll())
  addEventListener("hashchange", begin)

  function standing(): Standing | null {
    const day = dayOf(new Date())
    return bank ? { bank, practiced: practicedIn(bank, store, day), today: day } : null
  }

  function show(): void {
    const now = standing()
    if (!now) return
    today.show(now)
    overview.replaceChildren(...overviewOf(now))
  }

  /** The link in the header leads right to the first question, as long as some of the day are left. */
  function begin(): void {
    const now = standing()
    if (now && location.hash === `#${place.id}` && !nextSet(now).isExtra) today.begin()
  }

  function showAll(): void {
    show()
    const entries = completedIn(list, store).map((quiz) => {
      const missing = isEarned(quiz) ? [] : [el("span", { class: "hb-note" }, ` ${say.toEarn(quiz.mark)}`)]
      const words = say.finished(quiz.title, longDay(quiz.at), say.share(quiz.got / (quiz.of || 1)))
      return el("li", {}, `${words} `, certificateButton(quiz), ...missing)
    })
    certificates.replaceChildren(entries.length ? el("ul", {}, ...entries) : el("p", {}, say.noCertificate))
  }

  /** What is kept was taken from a file, or removed. */
  function onStored(): void {
    today.end()
    showAll()
    document.dispatchEvent(new CustomEvent(PRACTICED))
  }

  function certificateButton(quiz: CompletedQuiz): HTMLElement {
    const label = isEarned(quiz) ? say.makeCertificate : say.record
    return button(label, () => onCertificate(quiz), { "aria-label": `${label}: ${quiz.title}` })
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

/** Whether questions ask how sure one is before they are checked. */
function askingSwitch(store: Store): HTMLElement {
  const box = el("input", { type: "checkbox" })
  box.checked = store.get(ASKING, readAsking)?.on ?? false
  box.addEventListener("change", () => store.set(ASKING, box.checked ? { on: true } : null, readAsking))
  return el("p", { class: "hb-switch" }, el("label", {}, box, " ", say.askSure))
}
