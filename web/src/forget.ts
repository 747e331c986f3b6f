// Removes everything the handbook keeps in this browser, and the button for it, for a computer that others use, too.
import { button } from "./dom"
import { forgetting as say } from "./messages"
import { draftPrefix, paletteKey, type Store } from "./store"

/** Removes all that the site keeps: records, drafts, the choice of light or dark. Nothing where a browser keeps nothing. */
export function forget({ site, names, put }: Store, storage = (): Storage => localStorage): void {
  for (const name of names()) put(name, null)
  try {
    const held = storage()
    const isOurs = (key: string): boolean => key.startsWith(draftPrefix(site)) || key === paletteKey(site)
    for (const key of Object.keys(held).filter(isOurs)) held.removeItem(key)
  } catch {
    // it keeps nothing
  }
}

/** What is on this page goes back to its beginning as if another tab had emptied the storage. */
export function forgetButton(store: Store, announce: (text: string) => void): HTMLButtonElement {
  return button(say.button, () => {
    if (!confirm(say.confirm)) return
    forget(store)
    dispatchEvent(new StorageEvent("storage"))
    announce(say.result)
  })
}
