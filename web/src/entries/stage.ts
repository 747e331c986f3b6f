// Runs on quick cards.
import { all } from "../dom"
import { Part } from "../page"
import { scriptAddress } from "../site"
import { enhanceCard } from "../stage/stage"
import { needStyle } from "../style"

needStyle("stage", scriptAddress())
for (const card of all(document, Part.Card)) enhanceCard(card)
