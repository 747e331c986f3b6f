// Runs on quick cards.
import { all, el } from "../dom"
import { Part } from "../page"
import { scriptAddress } from "../site"
import { enhanceCard } from "../stage/stage"

const sheet = new URL("../stylesheets/stage.css", scriptAddress()).href
document.head.append(el("link", { rel: "stylesheet", href: sheet }))
for (const card of all(document, Part.Card)) enhanceCard(card)
