// Runs on the page of a path through a first month.
import { all } from "../dom"
import { Part } from "../page"
import { enhancePath } from "../path/path"
import { scriptAddress, sitePath, siteStore } from "../site"

const here = scriptAddress()
for (const section of all(document, Part.Path)) enhancePath(section, sitePath(here), siteStore(here))
