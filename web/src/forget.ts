// The button that removes everything the handbook keeps in this browser, for a computer that others use, too.
import { button } from "./dom"
import { forgetting as say } from "./messages"
import { forget } from "./progress/transfer"
import type { Store } from "./store"

/** What is on this page goes back to its beginning as if another tab had emptied the storage. */
export function forgetButton(store: Store, announce: (text: string) => void): HTMLButtonElement {
  return button(say.button, () => {
    if (!confirm(say.confirm)) return
    forget(store)
    dispatchEvent(new StorageEvent("storage"))
    announce(say.done)
  })
}
