// Runs on pages with a quiz.
import { all } from "../dom"
import { Part } from "../page"
import { enhanceQuiz } from "../quiz/quiz"
import { siteHooks } from "../quiz/site"
import { scriptAddress, siteStore } from "../site"

const storeFor = siteStore(scriptAddress())
const hooks = siteHooks(storeFor(() => {}))
for (const section of all(document, Part.Quiz)) enhanceQuiz(section, storeFor, hooks)
