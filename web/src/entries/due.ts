// Loaded where something was practiced, and once in each edition: works out which questions are due.
import { dayOf } from "../day"
import { bring } from "../deferred"
import { COUNTED, PRACTICED } from "../due"
import { data, Part } from "../page"
import { keepDue, readVersions } from "../progress/due"
import { scriptAddress, siteStore } from "../site"

const store = siteStore(scriptAddress())(() => {})
const edition = document.querySelector<HTMLMetaElement>(Part.Edition)?.content ?? ""
const chip = document.querySelector<HTMLElement>(Part.DueChip)

async function start(): Promise<void> {
  const versions = readVersions(await bring<string>("versions", data(chip, "src")))
  const count = (): void => {
    keepDue(store, versions, edition, dayOf(new Date()))
    document.dispatchEvent(new CustomEvent(COUNTED))
  }
  count()
  document.addEventListener(PRACTICED, count)
}

start().catch(() => {}) // without the file there is no count, and so no link
