// Runs on the page where the answers to a test are marked.
import { all } from "../dom"
import { Part } from "../page"
import { scriptAddress } from "../site"
import { benchFor } from "../workshop/bench"
import { placesOf } from "../workshop/places"
import { resultsTool } from "../workshop/results"

const here = scriptAddress()
for (const section of all(document, Part.ResultsTool)) void benchFor(section, placesOf(section, here), resultsTool)
