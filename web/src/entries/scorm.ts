// Runs in the page of a SCORM package.
import { whenRead } from "../dom"
import { Part } from "../page"
import { findApi } from "../scorm/find"
import { connect } from "../scorm/platform"
import { play } from "../scorm/play"

const dark = matchMedia("(prefers-color-scheme: dark)")

function color(): void {
  document.documentElement.setAttribute("data-md-color-scheme", dark.matches ? "slate" : "default")
}

color()
dark.addEventListener("change", color)
whenRead(() => {
  const section = document.querySelector<HTMLElement>(Part.Quiz)
  if (section) play(section, connect(findApi(window)))
})
