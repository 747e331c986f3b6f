// A huddle prints alone, as a sheet with a front and a back.
import { button, el } from "../dom"
import { huddle as say } from "../messages"
import { printPart } from "../print"

export function enhanceHuddle(section: HTMLElement): void {
  section.append(
    el(
      "div",
      { class: "hb-buttons" },
      button(say.print, () => printPart(section, "filled")),
    ),
  )
}
