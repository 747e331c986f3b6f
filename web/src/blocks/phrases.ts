// A copy button on each phrase to say.
import { all, button, status } from "../dom"
import { phrases as say } from "../messages"

export function enhancePhrases(section: HTMLElement): void {
  const told = status("hb-told")
  for (const words of all(section, ".hb-list-say .hb-say q")) {
    const text = words.textContent?.trim() ?? ""
    const copier = button(
      say.copy,
      () => void copy(text).then((done) => (told.textContent = done ? say.copied : say.notCopied)),
      {
        class: "hb-button hb-copy",
        "aria-label": say.copyThis(text),
      },
    )
    words.parentElement?.append(copier)
  }
  section.append(told)
}

/** Copies a text; a page opened as a file may have to do it the old way. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copiedByHand(text)
  }
}

function copiedByHand(text: string): boolean {
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
