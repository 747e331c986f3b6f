// What the build took out of a page, so that the page is there sooner.
import { el } from "./dom"
import { data } from "./page"

declare global {
  interface DocumentEventMap {
    [name: `handbook:${string}`]: CustomEvent<string>
  }
}

/**
 * What stands in a template, or in the script that its `data-src` names. It is HTML that the build wrote, as the page is.
 * Rejects when the script cannot be loaded.
 */
export async function contentOf(template: HTMLTemplateElement): Promise<ParentNode> {
  const src = data(template, "src")
  if (!src) return template.content
  const html = await new Promise<string>((resolve, reject) => {
    document.addEventListener(`handbook:${data(template, "later")}`, ({ detail }) => resolve(detail), { once: true })
    const script = el("script", { src })
    script.addEventListener("error", () => reject(new Error(src)))
    document.head.append(script)
  })
  return new DOMParser().parseFromString(html, "text/html")
}
