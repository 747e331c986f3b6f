// Plays a package: the quiz of the page, its attempt taken from the platform and reported to it.
import { setText, status } from "../dom"
import { newSeed } from "../formcode"
import { data, Part, readQuiz } from "../page"
import { enhanceQuiz } from "../quiz/quiz"
import { storeIn } from "../store"
import { percentOf, put, recordedItems, take } from "./attempt"
import { MemoryStorage } from "./memory"
import { words } from "./messages"
import type { Model } from "./model"
import type { Platform } from "./platform"
import { reporter } from "./report"
import type { Silence } from "./session"
import { type AttemptState, BLANK, type ItemState, pack, unpack } from "./suspend"

/** How long an answer that is not checked waits to be sent. */
const WAIT = 5000

export function play(section: HTMLElement, platform: Platform, model: Model): void {
  const { name, content, test } = readQuiz(section)
  const pass = data(section, "pass")
  const questions = recordedItems(section)
  const records = questions.map(({ record }) => record)
  const lost = new Set<string>()
  const suspended = platform.get("cmi.suspend_data", () => lost.add(words.unread))
  const before = unpack(suspended, content, records, () => lost.add(words.damaged))
  const report = reporter(platform, questions, pass ? Number(pass) : null, model)
  const silence = report.silence()
  const memory = new MemoryStorage(onChange)
  const store = storeIn(
    () => memory,
    "package",
    () => {},
  )
  const notice = status("hb-warning")
  const outcome = status("hb-outcome")
  const packed = (): string => pack(content, records, now)
  let now: AttemptState =
    before && before !== "changed" ? before : { seed: newSeed(), items: questions.map(() => BLANK) }
  let saved = packed()
  let refused = false
  let touched = performance.now()
  let spent = questions.map(() => 0)
  let waiting = 0

  if (before === "changed") lost.add(words.changed)
  put(store, name, questions, now)
  enhanceQuiz(section, () => store)
  // The key of a test is not for looking at before the attempt that counts
  if (silence === "preview" && test) section.querySelector(".hb-quiz-end .hb-check")?.remove()
  for (const { place, record } of questions) limit(place.querySelector(`${Part.Line} input`), record.line)
  section.querySelector(Part.Intro)?.replaceChildren(words.intro(test, platform.there && !silence, report.mark))
  section.prepend(notice)
  section.querySelector(".hb-closing")?.prepend(outcome)
  show()
  addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save())
  addEventListener("pagehide", onLeave)
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload())

  function onChange(): void {
    const last = now
    now = take(store, name, questions, last)
    const anew = now.seed !== last.seed
    if (anew) spent = spent.map(() => 0)
    const checked = now.items.filter((is, at) => note(at, (!anew && last.items[at]) || BLANK, is)).length
    if (checked) save()
    else if (packed() !== saved && !waiting) waiting = window.setTimeout(save, WAIT)
    show()
  }

  /** Notes how a question has changed. Whether it was checked now. */
  function note(at: number, was: ItemState, is: ItemState): boolean {
    if (is.answer.join() !== was.answer.join()) {
      spent[at] = (spent[at] ?? 0) + performance.now() - touched
      touched = performance.now()
    }
    if (is.first !== null && was.first === null) report.answered(at, is, spent[at] ?? 0)
    return is.checked && !was.checked
  }

  function save(): void {
    clearTimeout(waiting)
    waiting = 0
    if (packed() === saved || report.silence()) return
    refused = !report.save(packed(), percentOf(questions, now.items))
    if (!refused) saved = packed()
    show()
  }

  function onLeave(): void {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur() // what is half typed counts as typed
    onChange()
    save()
    report.close()
  }

  function whyNot(why: Silence): string {
    return why === "preview" && test ? `${words.preview} ${words.unmarked}` : words[why]
  }

  function show(): void {
    const percent = percentOf(questions, now.items)
    const state = !platform.there ? words.noPlatform : refused ? words.refused : silence ? whyNot(silence) : ""
    setText(notice, [...lost, state].filter(Boolean).join(" "))
    const sent = packed() === saved && platform.there
    setText(
      outcome,
      percent === null || !questions.length ? "" : words.outcome(percent, report.mark, sent, !report.silence()),
    )
  }
}

function limit(input: HTMLInputElement | null, line: number | undefined): void {
  if (input && line !== undefined) input.maxLength = line
}
