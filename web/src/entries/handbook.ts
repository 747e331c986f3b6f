// Runs on every page, in place of the theme's own script: makes its frame work, and loads the script of a part only
// where that part stands.
import { el, whenRead } from "../dom"
import { enhanceColors } from "../frame/colors"
import { enhanceCommand } from "../frame/command"
import { enhanceContent } from "../frame/content"
import { enhanceDigits } from "../frame/digits"
import { enhanceDue } from "../frame/due"
import { enhanceMenu } from "../frame/menu"
import { enhancePlace } from "../frame/place"
import { enhanceShortcuts } from "../frame/shortcuts"
import { Part, ThemeState } from "../page"
import { scriptAddress, siteStore } from "../site"

const PARTS = {
  blocks: `${Part.Words}, ${Part.Bar}, ${Part.Personal}, ${Part.Scene}, ${Part.Glossary}, ${Part.Huddle}`,
  sheet: Part.Sheet,
  stage: Part.Card,
  worksheet: Part.Worksheet,
  quiz: Part.Quiz,
  checklist: Part.Checklist,
  progress: Part.Progress,
  onboarding: Part.Onboarding,
  acknowledgment: Part.Acknowledgment,
  roster: Part.Roster,
  overdue: Part.CheckBy,
  feedback: `${Part.Feedback}, ${Part.Reports}`,
  offline: Part.Edition,
  "workshop-test": Part.TestTool,
  "workshop-edit": Part.EditTool,
  "workshop-pocket": Part.PocketTool,
  "workshop-results": Part.ResultsTool,
} as const
const here = scriptAddress()

const store = siteStore(here)(() => {})

document.documentElement.classList.remove(ThemeState.NoScript)
enhanceColors(here)
enhanceShortcuts(store)
whenRead(() => {
  enhanceMenu()
  enhanceContent()
  enhancePlace()
  enhanceCommand(here)
  enhanceDigits(store)
  enhanceDue(store, here)
  for (const [name, selector] of Object.entries(PARTS)) {
    if (document.querySelector(selector)) document.head.append(el("script", { src: new URL(`${name}.js`, here).href }))
  }
})
