// What takes a while: how far it is, and a button that stops it.
import { button, el, isRepeat, setText } from "../dom"
import type { Answer, Engine } from "./engine"

/** Shows how far the engine is until it is taken away. */
export function waiting(engine: Engine, words: string): HTMLElement {
  const bar = el("progress", { class: "hb-progress-bar", max: "1", "aria-label": words })
  const step = el("p", { role: "status" }, `${words} \u2026`)
  engine.onProgress = (words, loaded) => {
    setText(step, `${words} \u2026`)
    if (loaded && loaded < 1) bar.value = loaded
    else bar.removeAttribute("value")
  }
  return el(
    "div",
    { class: "hb-bench", tabindex: "-1" },
    step,
    bar,
    button("Cancel", (event) => {
      if (!isRepeat(event)) engine.stop() // the second of a double click was meant for what started this
    }),
  )
}

/** A call that can be stopped; `place` shows it meanwhile. Whoever pressed Cancel is back at `from`. Rejects as the call does. */
export async function longCall(
  place: HTMLElement,
  from: HTMLElement | null,
  words: string,
  engine: Engine,
  call: () => Promise<Answer>,
): Promise<Answer> {
  place.replaceChildren(waiting(engine, words))
  try {
    return await call()
  } finally {
    const wasIn = place.contains(document.activeElement)
    place.replaceChildren()
    if (wasIn) from?.focus()
  }
}
