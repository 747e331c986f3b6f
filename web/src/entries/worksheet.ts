// Runs on pages with a worksheet.
import { all } from "../dom"
import { Part } from "../page"
import { scriptAddress, siteStore } from "../site"
import { enhanceWorksheet } from "../worksheet/worksheet"

const storeFor = siteStore(scriptAddress())
for (const section of all(document, Part.Worksheet)) enhanceWorksheet(section, storeFor)
