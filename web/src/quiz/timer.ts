// The time since a test was begun, until it is finished: shown to those who want it, and it ends nothing. A box to tick, and
// the time.
import { el } from "../dom"
import * as say from "./messages"

export interface Timer {
  readonly box: HTMLElement
  readonly time: HTMLElement
  /** Says whether a test is under way. */
  run(isUnderWay: boolean): void
}

export function timer(): Timer {
  let since = performance.now()
  let running = true
  const box = el("input", { type: "checkbox", autocomplete: "off" })
  const time = el("strong", { role: "timer" })
  let ticking = 0

  function tick(): void {
    if (running) time.textContent = say.time(Math.floor((performance.now() - since) / 1000))
  }

  box.addEventListener("change", () => {
    clearInterval(ticking)
    time.textContent = ""
    if (!box.checked) return
    tick()
    ticking = window.setInterval(tick, 1000)
  })
  return {
    box: el("p", { class: "hb-timer" }, el("label", {}, box, " ", el("span", {}, say.showTime))),
    time,
    run(isUnderWay) {
      if (isUnderWay && !running) since = performance.now()
      running = isUnderWay
    },
  }
}
