// Runs on pages with a quiz.
import { all } from "../dom"
import { enhanceQuiz } from "../quiz/quiz"
import { scriptAddress, sitePath } from "../site"
import { storeIn } from "../store"

const site = sitePath(scriptAddress())
for (const section of all(document, ".hb-quiz")) enhanceQuiz(section, (tell) => storeIn(() => localStorage, site, tell))
