// A copy button on each phrase to say.
import { all, button, status } from "../dom"
import { phrases as say } from "../messages"
import { Part } from "../page"
import { copy } from "../words/copy"

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
