// Runs on the page where a change is tried.
import { all } from "../dom"
import { Part } from "../page"
import { scriptAddress, sitePath } from "../site"
import { benchFor } from "../workshop/bench"
import { Drafts } from "../workshop/drafts"
import { editTool } from "../workshop/edit"
import { placesOf } from "../workshop/places"

const here = scriptAddress()
const drafts = new Drafts(sitePath(here), () => localStorage)
const home = new URL("../../", here).href
for (const section of all(document, Part.EditTool))
  void benchFor(section, placesOf(section, here), (engine) => editTool(engine, drafts, home))
