// Style sheets that only what scripts make has a need of.
import { el } from "./dom"

/** Loads a sheet, once for each page. `script` is the address of a script in the site's assets. */
export function needStyle(name: string, script: string): void {
  const href = new URL(`../stylesheets/${name}.css`, script).href
  const links = Array.from(document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]"))
  if (!links.some((link) => link.href === href)) document.head.append(el("link", { rel: "stylesheet", href }))
}
