// Runs on every page: fixes the theme's frame, and loads the script of a part only where that part stands.
import { el, whenRead } from "../dom"
import { enhanceCommand } from "../frame/command"
import { enhanceFeedback } from "../frame/feedback"
import { enhanceMenu } from "../frame/menu"
import { enhanceShortcuts } from "../frame/shortcuts"
import { Part } from "../page"
import { scriptAddress, siteStore } from "../site"

const PARTS = {
  blocks: `${Part.Glossary}, ${Part.Phrases}, ${Part.Scene}`,
  worksheet: Part.Worksheet,
  quiz: Part.Quiz,
  checklist: Part.Checklist,
  progress: Part.Progress,
  overdue: Part.CheckBy,
  "workshop-test": Part.TestTool,
  "workshop-edit": Part.EditTool,
} as const
const here = scriptAddress()

enhanceShortcuts(siteStore(here)(() => {}))
whenRead(() => {
  enhanceMenu()
  enhanceCommand(here)
  enhanceFeedback()
  for (const [name, selector] of Object.entries(PARTS)) {
    if (document.querySelector(selector)) document.head.append(el("script", { src: new URL(`${name}.js`, here).href }))
  }
})
