// Plays a package: the quiz of the page, its attempt taken from the platform and reported to it.
import { status } from "../dom"
import { newSeed } from "../formcode"
import { enhanceQuiz } from "../quiz/quiz"
import { storeIn } from "../store"
import { percentOf, put, sheetsOf, take } from "./attempt"
import type { Platform } from "./platform"
import { reporter } from "./report"
import { BLANK, type Kind, pack, unpack } from "./suspend"
import { Watched } from "./watched"
import { words } from "./words"

/** How long an answer that is not checked waits to be sent. */
const WAIT = 5000

export function play(section: HTMLElement, platform: Platform): void {
  const { quiz = "", content = "", mode, pass } = section.dataset as Readonly<{ [name: string]: string | undefined }>
  const sheets = sheetsOf(section)
  const records = sheets.map(({ record }) => record)
  const found = unpack(platform.get("cmi.suspend_data"), content, records)
  const report = reporter(platform, sheets, pass ? Number(pass) : null)
  const silence = report.silence()
  const watched = new Watched(onChange)
  const store = storeIn(
    () => watched,
    "package",
    () => {},
  )
  const notice = status("hb-warning")
  const outcome = status("hb-outcome")
  const packed = (): string => pack(content, records, now)
  let now: Kind = found && found !== "changed" ? found : { seed: newSeed(), kept: sheets.map(() => BLANK) }
  let kept = packed()
  let refused = false
  let touched = Date.now()
  let spent = sheets.map(() => 0)
  let waiting = 0

  put(store, quiz, sheets, now)
  enhanceQuiz(section, () => store)
  for (const { place, record } of sheets) limit(place.querySelector(".hb-line input"), record.line)
  section
    .querySelector(".hb-quiz-intro")
    ?.replaceChildren(words.intro(mode === "test", platform.there && !silence, report.mark))
  section.prepend(notice)
  section.querySelector(".hb-quiz-end")?.after(outcome)
  show()
  addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save())
  addEventListener("pagehide", onLeave)
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload())

  function onChange(): void {
    const before = now
    now = take(store, quiz, sheets, before)
    const anew = now.seed !== before.seed
    if (anew) spent = spent.map(() => 0)
    const checked = now.kept.filter((is, at) => note(at, (!anew && before.kept[at]) || BLANK, is)).length
    if (checked) save()
    else if (packed() !== kept && !waiting) waiting = window.setTimeout(save, WAIT)
    show()
  }

  /** Notes how a question has changed. Whether it was checked now. */
  function note(at: number, was: Kind["kept"][number], is: Kind["kept"][number]): boolean {
    if (is.answer.join() !== was.answer.join()) {
      spent[at] = (spent[at] ?? 0) + Date.now() - touched
      touched = Date.now()
    }
    if (is.first !== null && was.first === null) report.answered(at, is, spent[at] ?? 0)
    return is.checked && !was.checked
  }

  function save(): void {
    clearTimeout(waiting)
    waiting = 0
    if (packed() === kept || report.silence()) return
    refused = !report.save(packed(), percentOf(sheets, now.kept))
    if (!refused) kept = packed()
    show()
  }

  function onLeave(): void {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur() // what is half typed counts as typed
    onChange()
    save()
    report.close()
  }

  function show(): void {
    const percent = percentOf(sheets, now.kept)
    const told = [
      found === "changed" ? words.changed : "",
      !platform.there ? words.noPlatform : refused ? words.refused : silence ? words[silence] : "",
    ]
    say(notice, told.filter(Boolean).join(" "))
    say(
      outcome,
      percent === null || !sheets.length
        ? ""
        : words.outcome(percent, report.mark, packed() === kept && platform.there),
    )
  }
}

/** What is said again is not read out again. */
function say(place: HTMLElement, told: string): void {
  if (place.textContent !== told) place.textContent = told
}

function limit(input: HTMLInputElement | null, line: number | undefined): void {
  if (input && line !== undefined) input.maxLength = line
}
