// The time since a test was opened: shown to those who want it, and it ends nothing. A box to tick, and the time.
import { el } from "../dom"
import * as say from "./messages"

export function timer(): { readonly box: HTMLElement; readonly time: HTMLElement } {
  const since = performance.now()
  const box = el("input", { type: "checkbox", autocomplete: "off" })
  const time = el("strong", { role: "timer" })
  let ticking = 0

  function tick(): void {
    time.textContent = say.time(Math.floor((performance.now() - since) / 1000))
  }

  box.addEventListener("change", () => {
    clearInterval(ticking)
    time.textContent = ""
    if (!box.checked) return
    tick()
    ticking = window.setInterval(tick, 1000)
  })
  return { box: el("p", { class: "hb-timer" }, el("label", {}, box, " ", el("span", {}, say.showTime))), time }
}
