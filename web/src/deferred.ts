// What the build took out of a page, so that the page is there sooner.
import { el } from "./dom"
import { data } from "./page"

declare global {
  interface DocumentEventMap {
    [name: `handbook:${string}`]: CustomEvent
  }
}

/**
 * What a script of the build brings, which is a script because a page that is opened as a file can load nothing else.
 * Rejects when it cannot be loaded.
 */
export function bring<Content>(what: string, src: string): Promise<Content> {
  return new Promise((resolve, reject) => {
    document.addEventListener(`handbook:${what}`, ({ detail }) => resolve(detail), { once: true })
    const script = el("script", { src })
    script.addEventListener("error", () => reject(new Error(src)))
    document.head.append(script)
  })
}

/**
 * What stands in a template, or in the script that its `data-src` names. It is HTML that the build wrote, as the page is.
 * Rejects when the script cannot be loaded.
 */
export async function contentOf(template: HTMLTemplateElement): Promise<ParentNode> {
  const src = data(template, "src")
  if (!src) return template.content
  const html = await bring<string>(data(template, "later"), src)
  return new DOMParser().parseFromString(html, "text/html")
}
