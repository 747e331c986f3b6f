// One quiz of a page: its questions, the line with the score, and starting over.
import { all, button, el } from "../dom"
import { quiz as say } from "../messages"
import { total } from "../score"
import { enhance, type Question } from "./question"

/** Makes a quiz checkable where it stands. A quiz of which no question can be checked stays as it is. */
export function enhanceQuiz(section: HTMLElement): void {
  const asked = all(section, ".hb-item")
  const questions = asked.map((question) => enhanceIn(section, question, showScore)).filter((question) => question !== null)
  if (!questions.length) return

  const score = el("p", { class: "hb-score" })
  const startOver = button(say.startOver, onStartOver)
  const intro = section.querySelector(".hb-quiz-intro")
  if (intro) intro.textContent = say.intro(questions.length, asked.length - questions.length)
  section.querySelector(".hb-quiz-questions")?.append(el("div", { class: "hb-quiz-end" }, score, startOver))
  showScore()

  function showScore(): void {
    const { got, of, checked } = total(questions.map((question) => question.result()))
    score.textContent = say.score(got, of, checked, questions.length)
    startOver.hidden = checked === 0
  }

  function onStartOver(): void {
    for (const question of questions) question.startOver()
    questions[0]?.focus()
    showScore()
  }
}

function enhanceIn(section: HTMLElement, question: HTMLElement, changed: () => void): Question | null {
  const key = section.querySelector<HTMLElement>(`[data-answer="${CSS.escape(question.dataset["item"] ?? "")}"]`)
  return key && enhance(question, key, changed)
}
