// The place on a page where a tool of the workshop runs: the button that starts it, how far it is, then the tool.
import { all, button, el, need, setText, status } from "../dom"
import { Part } from "../page"
import { Engine, STOPPED } from "./engine"
import { inWords } from "./field"
import { waiting } from "./wait"

/** The addresses of the worker and of the folder with all parts; empty where they are not built in. */
export interface Places {
  readonly worker: string
  readonly parts: string
}

export type Tool = (engine: Engine) => Promise<HTMLElement>

const MEGABYTE = 1_000_000
const NEEDS_WEBSITE =
  "This tool needs the handbook's website: a browser can't run it from a file on a disk. Everything else on this page works."

const A_TEST = "Your link leads to a test. Press Start when you're ready. Nothing is marked until you finish."

const NOT_HERE =
  "This site was built without this tool. IT can add it: building the site with Node.js installed is all it takes."

/** Where a file may be dropped that the page itself takes no notice of: the browser puts it there. */
const TAKES_FILES = "input[type=file]"

/** A file that is dropped beside its place would be opened in place of the page, and what was done here would be gone. */
function keepPage(): void {
  for (const kind of ["dragover", "drop"] as const)
    window.addEventListener(kind, (event) => {
      const { target, dataTransfer } = event
      if (event.defaultPrevented || !dataTransfer?.types.includes("Files")) return
      if (target instanceof Element && target.closest(TAKES_FILES)) return
      event.preventDefault()
      dataTransfer.dropEffect = "none"
    })
}

/** Puts the start of a tool into its box. Parts that are not on the site are said to be missing. */
export async function benchFor(section: HTMLElement, places: Places, make: Tool, isTest = false): Promise<void> {
  for (const words of all(section, Part.WithoutScript)) words.remove()
  const place = el("div", { class: "hb-bench" })
  section.append(place)
  keepPage()
  if (location.protocol === "file:") {
    place.append(el("p", { class: "hb-note" }, NEEDS_WEBSITE))
    return
  }
  const size = places.parts ? await sizeOf(places.parts) : null
  if (size === null) place.append(el("p", { class: "hb-note" }, NOT_HERE))
  else offer(place, places, make, size, isTest)
}

/** How much is loaded at the start, in bytes; null where the parts are not there. */
async function sizeOf(parts: string): Promise<number | null> {
  try {
    const response = await fetch(`${parts}parts.json`, { cache: "no-cache" })
    const listing: Record<string, { size: number }> = await response.json()
    const sizes = Object.entries(listing).map(([name, { size }]) => (name === "print.zip" ? 0 : size))
    return sizes.reduce((sum, size) => sum + size, 0)
  } catch {
    return null
  }
}

function offer(place: HTMLElement, places: Places, make: Tool, size: number, isTest: boolean): void {
  const trouble = status("hb-trouble")
  const about = `The workshop loads about ${Math.round(size / MEGABYTE)} MB once, and then it runs in this browser alone. Nothing you type is sent anywhere.`
  const start = button("Start", () => void run(place, places, make, trouble), { class: "hb-button hb-go" })
  const before = isTest ? [el("p", {}, el("strong", {}, A_TEST))] : []
  place.replaceChildren(...before, el("p", { class: "hb-note" }, about), start, trouble)
}

async function run(place: HTMLElement, places: Places, make: Tool, trouble: HTMLElement): Promise<void> {
  const before = [...place.childNodes]
  const engine = new Engine(places.worker, places.parts)
  setText(trouble, "")
  const wait = waiting(engine, "Loading")
  place.replaceChildren(wait)
  wait.focus()
  try {
    const tool = await engine.start().then(() => make(engine))
    if (engine.wasStopped) throw new Error(STOPPED) // a tool may have shown it as a failure of its own
    place.replaceChildren(tool)
    tool.focus()
  } catch (error) {
    engine.stop()
    place.replaceChildren(...before)
    setText(trouble, inWords(error))
    need(place, "button").focus()
  }
}
