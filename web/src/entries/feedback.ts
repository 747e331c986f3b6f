// Runs on every page that asks whether it helped, and on the page that lists the answers.
import { all } from "../dom"
import { enhanceLinks } from "../feedback/links"
import { enhanceReports } from "../feedback/list"
import { enhanceQuestion, questionLine } from "../feedback/question"
import { Part } from "../page"
import { scriptAddress, siteStore } from "../site"
import { needStyle } from "../style"

const script = scriptAddress()
const storeFor = siteStore(script)
const root = new URL("../../", script).href
const line = questionLine()

needStyle("extras", script)
enhanceLinks()
if (line) enhanceQuestion(line, addressFrom(root), storeFor)
for (const section of all(document, Part.Reports)) enhanceReports(section, root, storeFor)

/** The address of this page from the site's first folder, also where a server leaves "index.html" out. */
function addressFrom(root: string): string {
  const path = location.href.replace(/[?#].*/, "").slice(root.length)
  return path === "" || path.endsWith("/") ? `${path}index.html` : path
}
