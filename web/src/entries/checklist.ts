// Runs on pages with a checklist.
import { enhanceChecklist } from "../checklist/checklist"
import { all } from "../dom"
import { Part } from "../page"
import { scriptAddress, sitePath } from "../site"

const site = sitePath(scriptAddress())
for (const section of all(document, Part.Checklist)) enhanceChecklist(section, site)
