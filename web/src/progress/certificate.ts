// A certificate to print, from the mark to pass on; below it, a record of practice. The name is typed into it and kept nowhere.
import { longDay } from "../day"
import { all, button, el } from "../dom"
import { progress as say } from "../messages"
import { data, Part } from "../page"
import * as sayQuiz from "../quiz/messages"
import { fnv1a } from "../random"
import { attemptName, type Finish, readAttempt } from "../records"
import type { Store } from "../store"

export interface CompletedQuiz extends Finish {
  readonly title: string
  /** The percentage that earns a certificate. */
  readonly mark: number
}

/** Whose handbook it is; empty where the county has not said so. */
export interface County {
  readonly name: string
  /** The address of its seal. */
  readonly seal: string
}

/** The listed quizzes that were finished. */
export function completedIn(list: ParentNode, store: Store): CompletedQuiz[] {
  return all(list, Part.QuizEntry).flatMap((entry) => {
    const finish = store.get(attemptName(data(entry, "of")), readAttempt)?.done
    return finish ? [{ ...finish, title: entry.textContent?.trim() ?? "", mark: Number(data(entry, "pass")) }] : []
  })
}

/** Whether the first try reached the mark. */
export function isEarned({ got, of, mark }: CompletedQuiz): boolean {
  return of > 0 && (100 * got) / of >= mark - 1e-9
}

/** Eight digits that change with anything the certificate says. They show a slip or a change; they prove no identity. */
export function checkCode(...lines: readonly string[]): string {
  const plain = lines.map((text) => text.trim().replace(/\s+/g, " ").toLowerCase()).join("\n")
  return fnv1a(plain).toString(16).padStart(8, "0")
}

/** What a certificate says beside the name: what kind of thing was done and which, how well, when, and its code. */
export interface Award {
  readonly title: string
  readonly sentence: string
  readonly kind: string
  readonly what: string
  readonly result: string
  readonly at: string
  readonly code: string
}

/** What a finished quiz earns: a certificate from the mark on, else a record of practice. */
export function awardOf(quiz: CompletedQuiz): Award {
  const earned = isEarned(quiz)
  return {
    title: earned ? say.certificate : say.record,
    sentence: earned ? say.completed : say.practiced,
    kind: say.quiz,
    what: quiz.title,
    result: say.result(quiz.got, quiz.of),
    at: quiz.at,
    code: quiz.code,
  }
}

/** A certificate to put a name to. `onClose` is called when it is put away. */
export function certificateOf(award: Award, edition: string, county: County, onClose: () => void): HTMLElement {
  const { title, result } = award
  const day = longDay(award.at)
  const name = el("input", { type: "text", autocomplete: "off", spellcheck: "false", maxlength: "80" })
  const nameLine = el("p", { class: "hb-name" })
  const code = el("code")
  const print = button(say.print, () => window.print())
  const facts = [
    [award.kind, award.what],
    [say.firstResult, result],
    [say.date, day],
    [say.edition, edition],
    [sayQuiz.code, award.code],
  ] as const

  function show(): void {
    const holder = name.value.trim()
    nameLine.textContent = holder || "\u00a0"
    code.textContent = holder ? checkCode(holder, result, day, edition, award.code) : say.typeName
    print.setAttribute("aria-disabled", String(!holder))
  }

  name.addEventListener("input", show)
  show()
  return el(
    "section",
    { class: "hb-certificate", "aria-label": title },
    el("p", { class: "hb-line" }, el("label", {}, `${say.nameHere} `, name)),
    el("div", { class: "hb-buttons" }, print, button(say.close, onClose)),
    el(
      "div",
      { class: "hb-paper" },
      ...ownerOf(county),
      el("p", { class: "hb-certificate-title" }, title),
      nameLine,
      el("p", {}, award.sentence),
      el(
        "dl",
        {},
        ...facts.flatMap(([term, fact]) => [el("dt", {}, term), el("dd", {}, fact)]),
        el("dt", {}, say.checkCode),
        el("dd", {}, code),
      ),
      el("div", { class: "hb-signature" }, el("span", {}, say.signature), el("span", {}, say.signedOn)),
      el("p", { class: "hb-note" }, say.noProof),
    ),
  )
}

function ownerOf({ name, seal }: County): HTMLElement[] {
  const picture = seal ? [el("img", { src: seal, alt: "", class: "hb-seal" })] : []
  return name || seal ? [el("div", { class: "hb-owner" }, ...picture, el("span", {}, name))] : []
}

/** Where the lines of a certificate are typed to see whether its check code fits them. */
export function checkerOf(): HTMLElement {
  const fields = [say.name, say.firstResult, say.date, say.edition, sayQuiz.code, say.checkCode].map((label) => ({
    label,
    input: el("input", { type: "text", autocomplete: "off", spellcheck: "false" }),
  }))
  const verdict = el("p", { role: "status" })
  const check = button(say.check, () => {
    const lines = fields.map(({ input }) => input.value)
    const code = lines.pop()?.trim().toLowerCase()
    verdict.textContent = code === checkCode(...lines) ? say.codeFits : say.codeDiffers
  })
  const lines = fields.map(({ label, input }) => el("p", { class: "hb-line" }, el("label", {}, `${label} `, input)))
  return el("details", { class: "hb-hint" }, el("summary", {}, say.checkCertificate), ...lines, check, verdict)
}
