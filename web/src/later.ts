// What the build took out of a page, so that the page is there sooner.
import { el } from "./dom"

/**
 * What stands in a template, or in the script that its `data-src` names. It is HTML that the build wrote, as the page is.
 * Rejects when the script cannot be loaded.
 */
export async function contentOf(template: HTMLTemplateElement): Promise<ParentNode> {
  const { src, later = "" } = template.dataset as Readonly<Record<string, string | undefined>>
  if (!src) return template.content
  const html = await new Promise<string>((resolve, reject) => {
    document.addEventListener(`handbook:${later}`, (event) => resolve((event as CustomEvent<string>).detail), {
      once: true,
    })
    const script = el("script", { src })
    script.addEventListener("error", () => reject(new Error(src)))
    document.head.append(script)
  })
  return new DOMParser().parseFromString(html, "text/html")
}
