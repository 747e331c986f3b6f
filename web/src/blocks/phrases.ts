// A copy button on each phrase to say.
import { all, button, status } from "../dom"
import { phrases as say } from "../messages"
import { Part } from "../page"

export function enhancePhrases(section: HTMLElement): void {
  const notice = status("hb-told")
  for (const words of all(section, Part.Phrase)) {
    const text = words.textContent?.trim() ?? ""
    const copier = button(say.copy, () => void onCopy(text), {
      class: "hb-button hb-copy",
      "aria-label": say.copyThis(text),
    })
    words.parentElement?.append(copier)
  }
  section.append(notice)

  async function onCopy(text: string): Promise<void> {
    notice.textContent = (await copy(text)) ? say.copied : say.notCopied
  }
}

/** Copies a text; a page opened as a file may have to do it the old way. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyByHand(text)
  }
}

function copyByHand(text: string): boolean {
  const before = document.activeElement
  const field = document.createElement("textarea")
  field.value = text
  field.style.position = "fixed"
  field.style.opacity = "0"
  document.body.append(field)
  field.select()
  const done = document.execCommand("copy")
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return done
}
