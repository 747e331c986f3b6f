// Runs on every page: fixes the theme's frame, and loads the script of a part only where that part stands.
import { el, whenRead } from "../dom"
import { enhanceCommand } from "../frame/command"
import { enhanceDigits } from "../frame/digits"
import { enhanceMenu } from "../frame/menu"
import { enhanceShortcuts } from "../frame/shortcuts"
import { Part } from "../page"
import { scriptAddress, siteStore } from "../site"

const PARTS = {
  blocks: `${Part.Words}, ${Part.Bar}, ${Part.Personal}, ${Part.Scene}, ${Part.Glossary}`,
  sheet: Part.Sheet,
  stage: Part.Card,
  worksheet: Part.Worksheet,
  quiz: Part.Quiz,
  checklist: Part.Checklist,
  progress: Part.Progress,
  overdue: Part.CheckBy,
  feedback: `${Part.Feedback}, ${Part.Reports}`,
  offline: Part.Edition,
  "workshop-test": Part.TestTool,
  "workshop-edit": Part.EditTool,
  "workshop-pocket": Part.PocketTool,
} as const
const here = scriptAddress()

const store = siteStore(here)(() => {})

enhanceShortcuts(store)
whenRead(() => {
  enhanceMenu()
  enhanceCommand(here)
  enhanceDigits(store)
  for (const [name, selector] of Object.entries(PARTS)) {
    if (document.querySelector(selector)) document.head.append(el("script", { src: new URL(`${name}.js`, here).href }))
  }
})
