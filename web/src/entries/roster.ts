// Runs on the page where a list of staff is matched with receipts.
import { all } from "../dom"
import { Part } from "../page"
import { enhanceRoster } from "../receipts/roster"

for (const section of all(document, Part.Roster)) enhanceRoster(section)
