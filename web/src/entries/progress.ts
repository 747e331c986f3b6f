// Runs on the page of one's own progress.
import { all } from "../dom"
import { Part } from "../page"
import { enhanceProgress } from "../progress/progress"
import { scriptAddress, siteStore } from "../site"

const storeFor = siteStore(scriptAddress())
for (const section of all(document, Part.Progress)) enhanceProgress(section, storeFor)
