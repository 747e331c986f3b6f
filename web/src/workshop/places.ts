// Where the workshop's parts are, as a page says.
import { data } from "../page"
import type { Places } from "./bench"

/** The addresses for the tool in a section; `script` is the address of the script that runs. */
export function placesOf(section: HTMLElement, script: string): Places {
  const parts = data(section, "parts")
  return { worker: new URL("workshop-worker.js", script).href, parts: parts && new URL(parts, location.href).href }
}
