// Runs on pages with a checklist.
import { enhanceChecklist } from "../checklist/checklist"
import { all } from "../dom"
import { scriptAddress, sitePath } from "../site"

const site = sitePath(scriptAddress())
for (const section of all(document, ".hb-checklist")) enhanceChecklist(section, site)
