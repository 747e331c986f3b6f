// The switch of colors in the header: as the computer has them until someone chooses, and then as chosen.
import { all } from "../dom"
import { readObject } from "../json"
import { ThemePart } from "../page"
import { sitePath } from "../site"
import { paletteKey } from "../store"

const PREFIX = "data-md-color-"

/** Makes the switch work. `here` is the address of this script. */
export function enhanceColors(here: string): void {
  const key = keyOf(here)
  const options = all<HTMLInputElement>(document, ThemePart.Colors)
  const media = options.map((option) => matchMedia(option.getAttribute(`${PREFIX}media`) ?? "not all"))

  let chosen = choiceIn(key)
  const show = (): void => {
    const at = Math.max(0, chosen ?? media.findIndex((query) => query.matches)) % options.length
    for (const [name, value] of colors(options[at])) document.body.setAttribute(PREFIX + name, value)
    for (const [place, option] of options.entries()) {
      option.checked = place === at
      if (option.nextElementSibling instanceof HTMLElement) option.nextElementSibling.hidden = place !== at
    }
  }
  const choose = (at: number): void => {
    chosen = at
    keep(key, { index: at, color: Object.fromEntries(colors(options[at])) })
    show()
  }
  for (const query of media) query.addEventListener("change", show)
  for (const [at, option] of options.entries()) {
    option.addEventListener("change", () => choose(at))
    option.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return
      event.preventDefault()
      const next = (at + 1) % options.length
      choose(next)
      options[next]?.focus()
    })
  }
  if (options.length) show()
}

/** The theme's own name for the choice: a script in the page reads it before anything is drawn. */
export function keyOf(here: string): string {
  return paletteKey(sitePath(here))
}

function colors(option: HTMLElement | undefined): [string, string][] {
  const attributes = Array.from(option?.attributes ?? []).filter(({ name }) => name.startsWith(PREFIX))
  return attributes.map(({ name, value }) => [name.slice(PREFIX.length), value])
}

/** Which of the colors a reader chose; null where none are, and where a browser keeps nothing. */
export function choiceIn(key: string): number | null {
  try {
    const index = readObject(localStorage.getItem(key) ?? "")?.["index"]
    return typeof index === "number" ? index : null
  } catch {
    return null
  }
}

function keep(key: string, choice: object): void {
  try {
    localStorage.setItem(key, JSON.stringify(choice))
  } catch {
    // it holds until the page is left
  }
}
