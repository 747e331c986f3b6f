// Runs on pages with a quiz.
import { all } from "../dom"
import { enhanceQuiz } from "../quiz/quiz"

all(document, ".hb-quiz").forEach(enhanceQuiz)
