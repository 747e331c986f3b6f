// Takes out the marks that the library puts behind the texts of a preview, and knows of each element where it is from.
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
const ORIGINS = new WeakMap<Element, Origin>()

/** What is clicked as one: a paragraph, an entry of a list, a cell, a heading. */
const PART = "p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, figcaption, caption, figure, legend, label, blockquote"

/** Where the words at an element are from; null where another file has them, undefined where there are no words. */
export function originOf(element: Element, root: Element): Origin | null | undefined {
  const part = element.closest(PART)
  if (!part || !root.contains(part)) return undefined
  const inside = (at: Element): boolean => part.contains(at)
  const around = [...ancestors(element)].filter(inside).find((at) => ORIGINS.has(at))
  const known = around ?? all(part, "*").find((at) => ORIGINS.has(at))
  return (known && ORIGINS.get(known)) ?? null
}

function* ancestors(element: Element): Generator<Element> {
  for (let at: Element | null = element; at; at = at.parentElement) yield at
}

function takeFrom(text: Text): void {
  const parent = text.parentElement
  let rest = text
  for (let match = MARK.exec(rest.data); match && parent; match = MARK.exec(rest.data)) {
    const words = rest
    rest = words.splitText(match.index)
    rest.data = rest.data.slice(match[0].length)
    const isOnly = !ORIGINS.has(parent) && !MARK.test(parent.textContent ?? "")
    know(isOnly ? parent : around(words), match)
  }
}

function around(words: Text): HTMLElement {
  const span = document.createElement("span")
  words.replaceWith(span)
  span.append(words)
  return span
}

function know(element: HTMLElement, [, line, cell]: RegExpExecArray): void {
  ORIGINS.set(element, { line: figure(line), cell: figure(cell) })
}

function figure(text = ""): number {
  return Number(Array.from(text, (letter) => String((letter.codePointAt(0) ?? ZERO) - ZERO)).join(""))
}
