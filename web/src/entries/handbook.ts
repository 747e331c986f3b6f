// Runs on every page: loads the script of a part only where that part stands.
import { el, whenRead } from "../dom"
import { scriptAddress } from "../site"

const PARTS = { quiz: ".hb-quiz", checklist: ".hb-checklist" } as const
const here = scriptAddress()

whenRead(() => {
  for (const [name, selector] of Object.entries(PARTS)) {
    if (document.querySelector(selector)) document.head.append(el("script", { src: new URL(`${name}.js`, here).href }))
  }
})
