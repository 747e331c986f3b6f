// A scene, to be read as a whole or line by line.
import { all, button, el } from "../dom"
import { scene as say } from "../messages"
import { Part } from "../page"

export function enhanceScene(section: HTMLElement): void {
  const dialogue = section.querySelector<HTMLElement>(Part.Dialogue)
  const lines = dialogue ? all(dialogue, "li") : []
  if (!dialogue || lines.length < 2) return
  const after = all(section, Part.Lessons)
  const begin = button(say.byLine, () => show(1))
  const next = button(say.next, () => show(lines.filter((line) => !line.hidden).length + 1))
  const whole = button(say.whole, () => show(lines.length))
  dialogue.after(el("div", { class: "hb-buttons" }, begin, next, whole))
  dialogue.setAttribute("aria-live", "polite") // a line that comes is read out
  show(lines.length)

  function show(count: number): void {
    const focus = document.activeElement
    const all = count >= lines.length
    for (const [at, line] of lines.entries()) line.hidden = at >= count
    for (const part of after) part.hidden = !all
    begin.hidden = !all
    next.hidden = whole.hidden = all
    if (focus instanceof HTMLButtonElement && focus.hidden) (all ? begin : next).focus()
  }
}
