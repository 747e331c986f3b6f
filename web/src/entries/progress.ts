// Runs on the page of one's own progress.
import { all } from "../dom"
import { enhanceProgress } from "../progress/progress"
import { scriptAddress, sitePath } from "../site"
import { storeIn } from "../store"

const site = sitePath(scriptAddress())
for (const section of all(document, ".hb-progress"))
  enhanceProgress(section, (tell) => storeIn(() => localStorage, site, tell))
