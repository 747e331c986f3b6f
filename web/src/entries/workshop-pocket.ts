// Runs on the page where a pocket guide of one's own is made.
import { all } from "../dom"
import { Part } from "../page"
import { scriptAddress } from "../site"
import { benchFor } from "../workshop/bench"
import { placesOf } from "../workshop/places"
import { pocketTool } from "../workshop/pocket"

const here = scriptAddress()
for (const section of all(document, Part.PocketTool)) void benchFor(section, placesOf(section, here), pocketTool)
