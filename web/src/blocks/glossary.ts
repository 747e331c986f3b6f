// A field that leaves of the glossary the terms with what is typed in them. Without a script there are the letters.
import { all, el, need, setText, status } from "../dom"
import { glossary as say } from "../messages"
import { Part } from "../page"

export function enhanceGlossary(section: HTMLElement): void {
  const entries = all(section, "dt").map((term) => ({ term, meaning: term.nextElementSibling as HTMLElement }))
  const letters = section.querySelector<HTMLElement>(Part.Letters)
  const field = el("input", { type: "search", autocomplete: "off" })
  const count = status("hb-note")
  const label = el("label", {}, say.filter, " ", field)
  const list = need(section, "dl")
  list.before(el("div", { class: "hb-filter" }, label, count))
  if (letters) list.before(letters)
  field.addEventListener("input", () => show(field.value.trim().toLowerCase()))

  function show(typed: string): void {
    let shown = 0
    for (const { term, meaning } of entries) {
      const fits = `${term.textContent} ${meaning.textContent}`.toLowerCase().includes(typed)
      term.hidden = meaning.hidden = !fits
      shown += Number(fits)
    }
    if (letters) letters.hidden = typed !== ""
    setText(count, typed ? say.shown(shown, entries.length) : "")
  }
}
