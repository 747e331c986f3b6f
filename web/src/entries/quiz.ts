// Runs on pages with a quiz.
import { all } from "../dom"
import { Part } from "../page"
import { enhanceQuiz } from "../quiz/quiz"
import { scriptAddress, siteStore } from "../site"

const storeFor = siteStore(scriptAddress())
for (const section of all(document, Part.Quiz)) enhanceQuiz(section, storeFor)
