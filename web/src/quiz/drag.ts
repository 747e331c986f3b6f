// Dragging the entries of a list by a handle, with a mouse, a pen or a finger: an extra way. Buttons do all that it does.
import { el } from "../dom"

/** Gives an entry of a list a handle to drag it by. `moved` is called when it is let go at another place. */
export function dragHandle(entry: HTMLElement, moved: () => void): HTMLElement {
  const handle = el("span", { class: "hb-handle", "aria-hidden": "true" }, "\u2807")
  let from: Element | null = null

  // The neighbors move, not the entry: so the pointer stays with its handle.
  function onMove({ clientY }: PointerEvent): void {
    for (let each = entry.previousElementSibling; each && clientY < middle(each); each = entry.previousElementSibling)
      entry.after(each)
    for (let each = entry.nextElementSibling; each && clientY > middle(each); each = entry.nextElementSibling)
      entry.before(each)
    entry.scrollIntoView({ block: "nearest" })
  }

  function onEnd(): void {
    handle.removeEventListener("pointermove", onMove)
    entry.classList.remove("hb-held")
    if (from !== entry.previousElementSibling) moved()
  }

  handle.addEventListener("pointerdown", (event) => {
    if (event.button) return
    event.preventDefault()
    handle.setPointerCapture(event.pointerId)
    from = entry.previousElementSibling
    entry.classList.add("hb-held")
    handle.addEventListener("pointermove", onMove)
    handle.addEventListener("lostpointercapture", onEnd, { once: true })
  })
  return handle
}

function middle(entry: Element): number {
  const { top, height } = entry.getBoundingClientRect()
  return top + height / 2
}
