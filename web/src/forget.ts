// Removes everything the handbook keeps in this browser, and the button for it, for a computer that others use, too.
import { button } from "./dom"
import { forgetting as say } from "./messages"
import type { Store } from "./store"

/** Removes all that the handbook keeps in this browser: ticks of checklists and worksheets, too. */
export function forget(store: Store): void {
  for (const name of store.names()) store.put(name, null)
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
