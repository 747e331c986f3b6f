// The lines to say of a page: a button to copy each, and one for all.
import { all, button, el, status } from "../dom"
import { icon } from "../icon"
import { words as say } from "../messages"
import { Part } from "../page"
import { copy } from "./copy"

/** What copying tells: to the ear where it worked, to the eye, too, where it did not. */
export interface Announcer {
  readonly place: HTMLElement
  tell(copied: boolean): void
}

export function announcer(): Announcer {
  const heard = status("hb-heard")
  const trouble = status("hb-trouble")
  return {
    place: el("div", {}, heard, trouble),
    tell(copied) {
      heard.textContent = copied ? say.copied : ""
      trouble.textContent = copied ? "" : say.notCopied
    },
  }
}

/** The lines to say below an element, as they stand there, each once. */
export function linesIn(root: ParentNode): string[] {
  return [...new Set(all(root, Part.Words).map(textOf))]
}

/** Puts a button to copy behind each line to say below an element. */
export function addCopyButtons(root: ParentNode, told: Announcer): void {
  let last: (() => void) | null = null
  for (const line of all(root, Part.Words)) {
    const label = el("span", {}, say.copy)
    const copier = button("", () => void onCopy(), { class: "hb-button hb-copy" })
    const name = (verb: string): void => {
      label.textContent = verb
      copier.classList.toggle("hb-on", verb === say.done)
      copier.setAttribute("aria-label", say.copyThis(verb, textOf(line)))
    }
    copier.append(icon("copy"), label)
    copier.addEventListener("focus", () => name(label.textContent || say.copy)) // the words may have been filled in
    name(say.copy)
    line.after(copier)

    async function onCopy(): Promise<void> {
      const done = await copy(textOf(line))
      told.tell(done)
      last?.()
      last = () => name(say.copy)
      name(done ? say.done : say.copy)
    }
  }
}

function textOf(line: HTMLElement): string {
  return line.textContent?.trim() ?? ""
}
