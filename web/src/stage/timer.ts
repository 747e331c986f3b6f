// The timer of a card: set, started, running, over. It says when it is over, wherever on the page one is.
import { button, el, setText, status } from "../dom"
import { stage as say } from "../messages"
import { clock, STEP } from "./clock"

/** The seconds before the end at which it says that the time is nearly up. */
const SOON = 20

export interface Timer {
  /** What is shown at the step that it belongs to. */
  readonly setting: HTMLElement
  /** What is shown while it runs. */
  readonly running: HTMLElement
  isRunning(): boolean
  stop(): void
}

export function timer(seconds: number, started: () => void): Timer {
  const time = clock(seconds)
  const amount = el("span", { class: "hb-stage-time" })
  const left = el("span", { class: "hb-stage-time", role: "timer" })
  const soon = status("hb-heard")
  const over = el("p", { class: "hb-stage-over", role: "alert" })
  const start = button("", onStart, { class: "hb-button hb-check" })
  const less = button("\u2212", () => onChange(-STEP), { "aria-label": say.less })
  const more = button("+", () => onChange(STEP), { "aria-label": say.more })
  const stop = button(say.stop, () => end())
  const running = el("div", { class: "hb-stage-running", hidden: "" }, left, stop, soon, over)
  let ticking = 0

  show()
  return {
    setting: el("div", { class: "hb-stage-setting" }, say.remind, el("span", {}, less, amount, more), start),
    running,
    isRunning: () => ticking !== 0,
    stop: end,
  }

  function onChange(by: number): void {
    time.change(by)
    show()
  }

  function show(): void {
    setText(amount, say.clock(time.seconds))
    setText(start, say.start)
    start.disabled = time.seconds === 0
  }

  function onStart(): void {
    end()
    time.start(Date.now())
    ticking = setInterval(tick, 250)
    running.hidden = false
    tick()
    started()
  }

  function tick(): void {
    const seconds = time.left(Date.now())
    if (seconds === null) return
    setText(left, seconds > 0 ? say.left(seconds) : "")
    if (seconds <= SOON && seconds > 0 && time.seconds > 2 * SOON) setText(soon, say.soon)
    if (seconds > 0 || over.textContent) return
    over.textContent = say.over(time.seconds)
    stop.textContent = say.understood
    navigator.vibrate?.([300, 150, 300])
  }

  function end(): void {
    clearInterval(ticking)
    ticking = 0
    time.stop()
    running.hidden = true
    for (const part of [soon, over]) part.textContent = ""
    stop.textContent = say.stop
  }
}
