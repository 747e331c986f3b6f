// Runs on the pages of the workshop.
import { all } from "../dom"
import { data, Part } from "../page"
import { scriptAddress } from "../site"
import { benchFor } from "../workshop/bench"

const worker = new URL("workshop-worker.js", scriptAddress()).href
for (const section of all(document, Part.Workshop)) {
  benchFor(section, { worker, parts: new URL(data(section, "parts"), location.href).href })
}
