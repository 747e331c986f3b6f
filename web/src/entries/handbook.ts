// Runs on every page: mends the theme's frame, and loads the script of a part only where that part stands.
import { el, whenRead } from "../dom"
import { enhanceFeedback } from "../frame/feedback"
import { enhanceSearch } from "../frame/hint"
import { enhanceMenu } from "../frame/menu"
import { enhanceShortcuts } from "../frame/shortcuts"
import { scriptAddress, sitePath } from "../site"
import { storeIn } from "../store"

const PARTS = {
  blocks: ".hb-phrases, .hb-scene",
  worksheet: ".hb-worksheet",
  quiz: ".hb-quiz",
  checklist: ".hb-checklist",
  progress: ".hb-progress",
  overdue: "[data-check-by]",
} as const
const here = scriptAddress()

enhanceShortcuts(
  storeIn(
    () => localStorage,
    sitePath(here),
    () => undefined,
  ),
)
whenRead(() => {
  enhanceMenu()
  enhanceSearch()
  enhanceFeedback()
  for (const [name, selector] of Object.entries(PARTS)) {
    if (document.querySelector(selector)) document.head.append(el("script", { src: new URL(`${name}.js`, here).href }))
  }
})
