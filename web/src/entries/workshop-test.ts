// Runs on the page where a test is made, and where the test of a link is taken.
import { all } from "../dom"
import { Part } from "../page"
import { scriptAddress, siteStore } from "../site"
import { benchFor } from "../workshop/bench"
import { readTest } from "../workshop/link"
import { placesOf } from "../workshop/places"
import { takenTest } from "../workshop/take"
import { testTool } from "../workshop/test"

const here = scriptAddress()
const linked = readTest(location.hash)
const tool = linked ? (engine: Parameters<typeof testTool>[0]) => takenTest(engine, linked, siteStore(here)) : testTool
for (const section of all(document, Part.TestTool))
  void benchFor(section, placesOf(section, here), tool, linked !== null)
