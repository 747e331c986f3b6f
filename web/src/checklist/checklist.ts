// One checklist of a page: ticks that stay, how many are done, reset with undo.
import { all, button, el, status } from "../dom"
import { forgetButton } from "../forget"
import { checklist as say } from "../messages"
import { data, Part } from "../page"
import { printPart } from "../print"
import { type StorageProblem, storeIn } from "../store"
import { ticksIn } from "./ticks"

/** Lets a checklist keep its ticks in this browser. */
export function enhanceChecklist(section: HTMLElement, site: string): void {
  const boxes = all<HTMLInputElement>(section, `input${Part.Keyed}`)
  const name = `handbook:${site}:checklist:${data(section, "checklist")}`
  const ticks = ticksIn(() => localStorage, name)
  const done = status("hb-done")
  const notice = status("hb-trouble")
  const reset = button(say.reset, onReset)
  const undo = button(say.undo, onUndo)
  let before: string[] = []
  const store = storeIn(
    () => localStorage,
    site,
    () => {},
  )
  const more = el(
    "details",
    { class: "hb-more-tools" },
    el("summary", {}, say.more),
    el("p", {}, say.kept),
    el(
      "div",
      { class: "hb-buttons" },
      button(say.print, () => printPart(section, "filled")),
      button(say.printBlank, () => printPart(section, "blank")),
      forgetButton(store, (words) => {
        notice.textContent = words
      }),
    ),
  )
  section.append(el("div", { class: "hb-buttons" }, done, reset, undo), notice, more)

  function keyOf(box: HTMLInputElement): string {
    return data(box, "key")
  }

  function show(): void {
    const ticked = boxes.filter((box) => box.checked).length
    done.textContent = say.done(ticked, boxes.length)
    reset.hidden = ticked === 0
    undo.hidden = before.length === 0
  }

  function showProblem(problem: StorageProblem | null): void {
    notice.textContent = problem ? say[problem] : ""
  }

  function load(): void {
    const { keys, problem } = ticks.read()
    for (const box of boxes) box.checked = keys.has(keyOf(box))
    showProblem(problem)
    show()
  }

  function onTick(box: HTMLInputElement): void {
    before = []
    showProblem(ticks.set(keyOf(box), box.checked))
    show()
  }

  function onReset(): void {
    before = boxes.filter((box) => box.checked).map(keyOf)
    put([])
    undo.focus()
  }

  function onUndo(): void {
    const keys = before
    before = []
    put(keys)
    reset.focus()
  }

  function put(keys: readonly string[]): void {
    for (const box of boxes) box.checked = keys.includes(keyOf(box))
    showProblem(ticks.replace(keys))
    show()
  }

  for (const box of boxes) box.addEventListener("change", () => onTick(box))
  // Another tab has changed the ticks (a null key: it has emptied the storage), or this page comes back from the past.
  addEventListener("storage", ({ key }) => (key === name || key === null) && load())
  addEventListener("pageshow", ({ persisted }) => persisted && load())
  load()
}
