// Runs in the page of a SCORM package.
import { whenRead } from "../dom"
import { findApi } from "../scorm/find"
import { play } from "../scorm/play"
import { connect } from "../scorm/platform"

const dark = matchMedia("(prefers-color-scheme: dark)")

function color(): void {
  document.documentElement.setAttribute("data-md-color-scheme", dark.matches ? "slate" : "default")
}

color()
dark.addEventListener("change", color)
whenRead(() => {
  const section = document.querySelector<HTMLElement>(".hb-quiz")
  if (section) play(section, connect(findApi(window)))
})
