// The time since a test was opened: shown to those who want it, and it ends nothing.
import { el } from "../dom"
import { quiz as say } from "../messages"

export function timer(): HTMLElement {
  const since = Date.now()
  const box = el("input", { type: "checkbox", autocomplete: "off" })
  const time = el("span", { role: "timer" })
  let ticking = 0

  function tick(): void {
    time.textContent = say.time(Math.floor((Date.now() - since) / 1000))
  }

  box.addEventListener("change", () => {
    clearInterval(ticking)
    time.textContent = ""
    if (!box.checked) return
    tick()
    ticking = window.setInterval(tick, 1000)
  })
  return el("p", { class: "hb-timer" }, el("label", {}, box, " ", el("span", {}, say.showTime)), " ", time)
}
