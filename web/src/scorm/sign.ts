// Pages to read and sign: completed once the person at their end confirms to have read them. Who would rather read them
// first and ask says so, and stays incomplete.
import { button, setText, status } from "../dom"
import { data, readQuiz } from "../page"
import { signing } from "./messages"
import type { Model } from "./model"
import type { Platform } from "./platform"
import { beginSession } from "./session"

const VERSION = "1"

/** What was confirmed: six characters that stand for the texts, and the edition as people read it. */
interface Signed {
  readonly content: string
  readonly edition: string
}

export function sign(section: HTMLElement, platform: Platform, model: Model): void {
  const { name, content, edition } = readQuiz(section)
  const before = unpackSigned(platform.get("cmi.suspend_data"))
  const same = before?.content === content
  const session = beginSession(
    platform,
    model,
    (reached) => same && (reached === "completed" || reached === "passed"),
    (reached) => (reached === "" || reached === "incomplete" ? "incomplete" : null),
  )
  const { silence } = session
  const notice = status("hb-warning")
  const outcome = status("hb-outcome")
  const confirm = button(signing.confirm(edition), onConfirm, { class: "hb-button hb-check" })
  const ask = button(signing.ask, onAsk)
  const text = `${edition.replace(/[^\x20-\x7e]+/g, "-")}; hash ${data(section, "hash")}`
  let place = Number(platform.get("cmi.interactions._count")) || 0
  let left = false

  section.classList.add("hb-live")
  section.append(...(silence || !platform.there ? [] : [confirm, " ", ask]), notice, outcome)
  setText(notice, platform.there ? whyNot() : signing.noPlatform)
  if (before && same) setText(outcome, signing.confirmed(before.edition))
  else if (before && !silence) setText(outcome, signing.changed(before.edition))
  addEventListener("pagehide", onLeave)
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload())

  /** Why there is nothing to press. An older text was confirmed in an attempt that is only looked at now. */
  function whyNot(): string {
    if (silence === "review" && before && !same) return signing.again
    return silence ? signing[silence] : ""
  }

  function onConfirm(): void {
    if (left) return
    record(text)
    platform.set("cmi.suspend_data", packSigned({ content, edition }))
    session.send(model.reached("completed"))
    const saved = session.save()
    setText(notice, saved ? "" : signing.refused)
    setText(outcome, saved ? signing.confirmed(edition) : "")
    if (!saved) return
    confirm.remove()
    ask.remove()
  }

  /** Whoever will read it and ask has not completed it. */
  function onAsk(): void {
    if (left) return
    record(`will read it and ask: ${text}`)
    const saved = session.save()
    setText(notice, saved ? "" : signing.refused)
    setText(outcome, saved ? signing.asks : "")
  }

  /** Which edition it was, among the interactions, where a report shows it. A platform need not have them. */
  function record(answer: string): void {
    const begins = `cmi.interactions.${place}.`
    const fields = [
      ["id", name],
      ["type", "fill-in"],
      [model.moment, model.timestamp(new Date())],
      [model.answer, answer],
      ["result", "neutral"],
    ]
    fields.every(([field = "", value = ""]) => platform.set(begins + field, value, false))
    place += 1
  }

  function onLeave(): void {
    left = true
    session.close()
  }
}

export function packSigned({ content, edition }: Signed): string {
  return [VERSION, content, encodeURIComponent(edition)].join(".")
}

/** What was confirmed before; null where nothing was. */
export function unpackSigned(text: string): Signed | null {
  const [version, content = "", ...rest] = text.split(".")
  try {
    return version === VERSION && content && rest.length
      ? { content, edition: decodeURIComponent(rest.join(".")) }
      : null
  } catch {
    return null
  }
}
