// Takes out the marks that the library puts behind the texts of a preview, and keeps in each element where it is from.
import { all } from "../dom"

const ZERO = 0xe010
const MARK = /\ue000([\ue010-\ue019]+)(?:\ue001([\ue010-\ue019]+))?\ue002/
const MARKS = new RegExp(MARK, "g")

/** Where words of a preview are from: a line of the file, counted from 1, and the cell in a table's row, or 0. */
export interface Origin {
  readonly line: number
  readonly cell: number
}

/** Every text with a mark gets an element that knows its line: the one around it, or one of its own among several. */
export function takeMarks(root: HTMLElement): void {
  for (const element of all(root, "*"))
    for (const { name, value } of [...element.attributes])
      if (value.includes("\ue000")) element.setAttribute(name, value.replace(MARKS, ""))
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) if (walker.currentNode.nodeValue?.includes("\ue000")) texts.push(walker.currentNode as Text)
  for (const text of texts) takeFrom(text)
}

/** What the elements of a preview know. */
const origins = new WeakMap<Element, Origin>()

/** What is clicked as one: a paragraph, an entry of a list, a cell, a heading. */
const PART = "p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, figcaption, caption, figure, legend, label, blockquote"

/** Where the words at an element are from; null where another file has them, undefined where there are no words. */
export function originOf(element: Element, root: Element): Origin | null | undefined {
  const part = element.closest(PART)
  if (!part || !root.contains(part)) return undefined
  for (let at: Element | null = element; at && part.contains(at); at = at.parentElement) {
    const origin = origins.get(at)
    if (origin) return origin
  }
  const inner = all(part, "*").find((each) => origins.has(each))
  return (inner && origins.get(inner)) ?? null
}

function takeFrom(text: Text): void {
  const parent = text.parentElement
  let rest = text
  for (let match = MARK.exec(rest.data); match && parent; match = MARK.exec(rest.data)) {
    const words = rest
    rest = words.splitText(match.index)
    rest.data = rest.data.slice(match[0].length)
    const isOnly = !origins.has(parent) && !MARK.test(parent.textContent ?? "")
    origins.set(isOnly ? parent : around(words), { line: figures(match[1]), cell: figures(match[2]) })
  }
}

function around(words: Text): HTMLElement {
  const span = document.createElement("span")
  words.replaceWith(span)
  span.append(words)
  return span
}

function figures(text = ""): number {
  return Number(Array.from(text, (letter) => (letter.codePointAt(0) ?? ZERO) - ZERO).join(""))
}
