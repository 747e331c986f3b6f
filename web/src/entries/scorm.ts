// Runs in the page of a SCORM package.
import { whenRead } from "../dom"
import { data, Part, THEME_COLOR, ThemeScheme } from "../page"
import { findApi } from "../scorm/find"
import { modelOf } from "../scorm/model"
import { connect } from "../scorm/platform"
import { play } from "../scorm/play"
import { sign } from "../scorm/sign"

const dark = matchMedia("(prefers-color-scheme: dark)")

function color(): void {
  const scheme = dark.matches ? ThemeScheme.Dark : ThemeScheme.Light
  document.documentElement.setAttribute(`${THEME_COLOR}scheme`, scheme)
}

color()
dark.addEventListener("change", color)
whenRead(() => {
  const section = document.querySelector<HTMLElement>(Part.Package)
  if (!section) return
  const edition = data(section, "scorm")
  const run = section.matches(Part.Sign) ? sign : play
  run(section, connect(findApi(window, edition)), modelOf(edition))
})
