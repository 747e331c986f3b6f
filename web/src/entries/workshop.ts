// Runs on the pages of the workshop.
import { all } from "../dom"
import { data, Part } from "../page"
import { scriptAddress } from "../site"
import { benchFor } from "../workshop/bench"

const worker = new URL("workshop-worker.js", scriptAddress()).href
for (const section of all(document, Part.Workshop)) {
  const parts = data(section, "parts")
  void benchFor(section, { worker, parts: parts && new URL(parts, location.href).href })
}
