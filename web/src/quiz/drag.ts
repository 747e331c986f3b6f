// Dragging the entries of a list with a mouse: an extra way. Buttons do all that it does.

/** Lets the entries of a list be dragged. `moved` is called with an entry that was let go. */
export function letDrag(list: HTMLElement, moved: (entry: HTMLElement) => void): void {
  let held: HTMLElement | null = null
  for (const entry of list.children) entry.setAttribute("draggable", "true")

  list.addEventListener("dragstart", ({ target }) => {
    held = target instanceof HTMLElement && target.parentElement === list ? target : null
  })
  list.addEventListener("dragover", (event) => {
    const over = event.target instanceof Element ? event.target.closest("li") : null
    if (!held || over?.parentElement !== list) return
    event.preventDefault()
    const { top, height } = over.getBoundingClientRect()
    if (over !== held) over[event.clientY < top + height / 2 ? "before" : "after"](held)
  })
  list.addEventListener("dragend", () => {
    if (held) moved(held)
    held = null
  })
}
