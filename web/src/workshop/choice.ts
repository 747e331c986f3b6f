// The file that someone means who names it: by its path, by its title, or by the address of its page.
import type { Files } from "./request"

/** The path of the file; what names none is given back as it is. `home` is the address of the site's first folder. */
export function pathOf(typed: string, files: Files["files"], home: string): string {
  const words = typed.trim()
  const page = words.startsWith(home) ? words.slice(home.length).replace(/[?#].*/, "") || "index.html" : null
  const path = page === null ? words : `docs/${page.replace(/\.html$/, ".md")}`
  if (files.some((file) => file.path === path)) return path
  return files.find(({ title }) => title.toLowerCase() === words.toLowerCase())?.path ?? words
}
