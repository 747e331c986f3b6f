// The switch of colors in the header: as the computer has them until someone chooses, and then as chosen.
import { all } from "../dom"
import { type Fields, isObject, readObject } from "../json"
import { THEME_COLOR, ThemePart } from "../page"
import { sitePath } from "../site"
import { paletteKey } from "../store"

/** Makes the switch work. `here` is the address of this script. */
export function enhanceColors(here: string): void {
  const key = keyOf(here)
  const options = all<HTMLInputElement>(document, ThemePart.Colors)
  const media = options.map((option) => matchMedia(option.getAttribute(`${THEME_COLOR}media`) ?? "not all"))

  let chosen = placeIn(key)
  const show = (): void => {
    const at = Math.max(0, chosen ?? media.findIndex((query) => query.matches)) % options.length
    for (const [name, value] of colors(options[at])) document.body.setAttribute(THEME_COLOR + name, value)
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

/** The theme's own name for the choice, so that what was chosen in the first edition holds. */
export function keyOf(here: string): string {
  return paletteKey(sitePath(here))
}

function colors(option: HTMLElement | undefined): [string, string][] {
  const attributes = Array.from(option?.attributes ?? []).filter(({ name }) => name.startsWith(THEME_COLOR))
  return attributes.map(({ name, value }) => [name.slice(THEME_COLOR.length), value])
}

/** The scheme that a reader chose; null where none is, and where a browser keeps nothing. */
export function schemeIn(key: string): string | null {
  const color = choiceIn(key)?.["color"]
  const scheme = isObject(color) ? color["scheme"] : null
  return typeof scheme === "string" ? scheme : null
}

function placeIn(key: string): number | null {
  const index = choiceIn(key)?.["index"]
  return typeof index === "number" ? index : null
}

function choiceIn(key: string): Fields | null {
  try {
    return readObject(localStorage.getItem(key) ?? "")
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
