// Runs on the page where a test is made.
import { all } from "../dom"
import { Part } from "../page"
import { scriptAddress } from "../site"
import { benchFor } from "../workshop/bench"
import { placesOf } from "../workshop/places"
import { testTool } from "../workshop/test"

const here = scriptAddress()
for (const section of all(document, Part.TestTool)) void benchFor(section, placesOf(section, here), testTool)
