// Statements about oneself: advice for each answer, never a score. Kept only when the person wants it.
import { all, el } from "../dom"
import { quiz as say } from "../messages"
import { type Control, nameOf, removeMark } from "./control"

const KEEP = "keep"

type Field = HTMLInputElement | HTMLTextAreaElement

export function enhanceReflect(question: HTMLElement, key: HTMLElement): Control {
  const prompts = all(question, "[data-option]").map((place) => ({
    place,
    fields: all<Field>(place, "input, textarea"),
  }))
  const keep = el("input", { type: "checkbox", autocomplete: "off" })
  prompts[prompts.length - 1]?.place.after(
    el("p", { class: "hb-keep" }, el("label", {}, keep, " ", el("span", {}, say.keep))),
  )

  function said(fields: readonly Field[]): string {
    const given = fields.find((field) => field.type === "textarea" || (field as HTMLInputElement).checked)
    return given?.value.trim() ?? ""
  }

  function put(fields: readonly Field[], words: string): void {
    for (const field of fields) {
      if (field.type === "textarea") field.value = words
      else (field as HTMLInputElement).checked = field.value === words
    }
  }

  function lock(locked: boolean): void {
    for (const field of prompts.flatMap(({ fields }) => fields)) {
      if (field.type === "textarea") field.readOnly = locked
      else field.disabled = locked
    }
  }

  return {
    missing: () => (prompts.some(({ fields }) => said(fields)) ? null : say.reflectFirst),
    answer: () =>
      keep.checked ? [KEEP, ...prompts.flatMap(({ place, fields }) => [nameOf(place), said(fields)])] : [],
    restore(saved) {
      keep.checked = saved[0] === KEEP
      for (const { place, fields } of prompts) put(fields, saved[saved.indexOf(nameOf(place), 1) + 1] ?? "")
    },
    score: () => null,
    mark() {
      lock(true)
      for (const { place, fields } of prompts) {
        const about = all(key, "[data-about]").find((each) => each.dataset["about"] === nameOf(place))
        const advice = about && all(about, "[data-advice]").find((each) => each.dataset["advice"] === said(fields))
        if (advice)
          place.append(
            el("div", { class: "hb-feedback" }, ...[...advice.childNodes].map((node) => node.cloneNode(true))),
          )
      }
    },
    unmark() {
      lock(false)
      for (const { place } of prompts) removeMark(place)
    },
    clear() {
      for (const { fields } of prompts) put(fields, "")
      keep.checked = false
    },
    arrange() {},
    first: () => prompts[0]?.fields[0] ?? null,
  }
}
