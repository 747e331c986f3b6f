// Runs on the page of a reader's own sheet.
import { all } from "../dom"
import { Part } from "../page"
import { enhanceSheet } from "../sheet/sheet"
import { scriptAddress, siteStore } from "../site"

const storeFor = siteStore(scriptAddress())
for (const section of all(document, Part.Sheet)) enhanceSheet(section, storeFor)
