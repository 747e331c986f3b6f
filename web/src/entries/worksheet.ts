// Runs on pages with a worksheet.
import { all } from "../dom"
import { scriptAddress, sitePath } from "../site"
import { storeIn } from "../store"
import { enhanceWorksheet } from "../worksheet/worksheet"

const site = sitePath(scriptAddress())
for (const section of all(document, ".hb-worksheet"))
  enhanceWorksheet(section, (tell) => storeIn(() => localStorage, site, tell))
