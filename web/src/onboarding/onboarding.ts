// The first weeks of a new employee: how far one is in its lists and quizzes, and a certificate at its end.
import { ticksIn } from "../checklist/ticks"
import { all, button, el, setText, status } from "../dom"
import { onboarding as say } from "../messages"
import { data, Part, valued } from "../page"
import { type Award, type CompletedQuiz, certificateOf, completedIn, isEarned } from "../progress/certificate"
import type { StoreFor } from "../site"

export function enhanceOnboarding(section: HTMLElement, site: string, storeFor: StoreFor): void {
  const store = storeFor(() => {})
  const lists = all(section, Part.OnboardingList)
  const quizzes = all(section, Part.QuizEntry)
  const notes = new Map([...lists, ...quizzes].map((entry) => [entry, noteIn(entry)]))
  const bar = el("progress", { "aria-label": say.bar })
  const summary = status("hb-done")
  const certify = button(say.certificate, onCertificate)
  const missing = el("p", { class: "hb-note" }, say.toCertificate)
  let certificate: HTMLElement | undefined

  section.querySelector("ul")?.before(bar, summary)
  section.append(
    el(
      "div",
      { class: "hb-buttons" },
      button(say.print, () => print()),
      certify,
    ),
    missing,
  )
  document.addEventListener("click", () => setTimeout(show)) // a list has buttons, too, which tick many boxes
  addEventListener("storage", show)
  addEventListener("pageshow", ({ persisted }) => persisted && show())
  show()

  function show(): void {
    const states = lists.map((entry) => [entry, ticked(data(entry, "list"), site)] as const)
    for (const [entry, { ticks, boxes }] of states) write(entry, say.list(ticks, boxes))
    const passed = passedQuizzes()
    for (const entry of quizzes) write(entry, stateOf(entry))
    const ticks = states.reduce((sum, [, each]) => sum + each.ticks, 0)
    const boxes = states.reduce((sum, [, each]) => sum + each.boxes, 0)
    bar.max = boxes + quizzes.length || 1
    bar.value = ticks + passed.length
    setText(summary, say.progress(ticks, boxes, passed.length, quizzes.length))
    certify.hidden = !quizzes.length || passed.length < quizzes.length
    missing.hidden = !quizzes.length || !certify.hidden
  }

  function write(entry: HTMLElement, words: string): void {
    const note = notes.get(entry)
    if (note) setText(note, words)
  }

  function passedQuizzes(): CompletedQuiz[] {
    return completedIn(section, store).filter(isEarned)
  }

  function stateOf(entry: HTMLElement): string {
    const alone = el("ul", {}, entry.cloneNode(true))
    const [quiz] = completedIn(alone, store)
    if (!quiz) return say.notYet
    return isEarned(quiz) ? say.passed(quiz.got, quiz.of) : say.toPass(quiz.got, quiz.of, quiz.mark)
  }

  function onCertificate(): void {
    certificate?.remove()
    const county = { name: data(section, "county"), seal: data(section, "seal") }
    const award = awardOf(section.querySelector("h1, h2, h3, h4")?.textContent ?? "", passedQuizzes())
    certificate = certificateOf(award, data(section, "edition"), county, onClose)
    section.append(certificate)
    certificate.querySelector("input")?.focus()
  }

  function onClose(): void {
    certificate?.remove()
    certify.focus()
  }
}

/** Where an entry says how far it is: where the page says how long it is, else behind it. */
function noteIn(entry: HTMLElement): HTMLElement {
  const note = entry.querySelector<HTMLElement>(Part.Note) ?? el("span", { class: "hb-note" })
  if (!note.parentNode) entry.append(" ", note)
  return note
}

/** How many boxes of a checklist of this page are ticked in this browser. */
function ticked(list: string, site: string): { readonly ticks: number; readonly boxes: number } {
  const checklist = document.querySelector(valued("checklist", list))
  const boxes = checklist ? all(checklist, `input${Part.Keyed}`) : []
  const { keys } = ticksIn(() => localStorage, site, list).read()
  return { ticks: boxes.filter((box) => keys.has(data(box, "key"))).length, boxes: boxes.length }
}

function awardOf(what: string, quizzes: readonly CompletedQuiz[]): Award {
  const days = quizzes.map(({ at }) => at).sort()
  return {
    title: say.title,
    sentence: say.sentence,
    kind: say.kind,
    what,
    result: say.result(quizzes.length),
    at: days[days.length - 1] ?? "",
    code: quizzes.map(({ code }) => code).join(" "),
  }
}
