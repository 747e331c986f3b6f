// Runs on the page where the answers to a test are marked.
import { all, need } from "../dom"
import { Part } from "../page"
import { scriptAddress } from "../site"
import { benchFor } from "../workshop/bench"
import { placesOf } from "../workshop/places"
import { resultsTool } from "../workshop/results"

const here = scriptAddress()
for (const section of all(document, Part.ResultsTool)) {
  const level = Number(need(section, "h2, h3, h4").tagName.slice(1)) + 1
  void benchFor(section, placesOf(section, here), (engine) => resultsTool(engine, level))
}
