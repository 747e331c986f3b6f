// Small drawings for buttons, for the eye alone: the words beside them say the same.

const DRAWINGS = {
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
  sheet: "M6 3h9l4 4v14H6zM9.5 12.5h6M9.5 16.5h6",
  name: "M12 12a4 4 0 1 0-4-4 4 4 0 0 0 4 4zm-8 9c0-4 3.6-6 8-6s8 2 8 6",
  full: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
} as const

export type Drawing = keyof typeof DRAWINGS

const SVG = "http://www.w3.org/2000/svg"

/** A drawing in the color of the words around it. */
export function icon(name: Drawing): SVGElement {
  const svg = document.createElementNS(SVG, "svg")
  const path = document.createElementNS(SVG, "path")
  path.setAttribute("d", DRAWINGS[name])
  svg.setAttribute("viewBox", "0 0 24 24")
  svg.setAttribute("class", "hb-icon")
  svg.setAttribute("aria-hidden", "true")
  svg.append(path)
  return svg
}
