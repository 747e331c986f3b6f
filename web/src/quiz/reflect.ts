// Statements about oneself: advice for each answer, never a score. Kept only when the person wants it.
import { all, el } from "../dom"
import { Part, valued } from "../page"
import { type Control, nameOf, removeMark } from "./control"
import * as say from "./messages"

const KEEP = "keep"

type Field = HTMLInputElement | HTMLTextAreaElement

export function enhanceReflect(question: HTMLElement, key: HTMLElement): Control {
  const prompts = all(question, Part.Prompt).map((place) => ({
    place,
    fields: all<Field>(place, "input, textarea"),
  }))
  const keep = el("input", { type: "checkbox", autocomplete: "off" })
  prompts[prompts.length - 1]?.place.after(
    el("p", { class: "hb-keep" }, el("label", {}, keep, " ", el("span", {}, say.keep))),
  )

  function answerIn(fields: readonly Field[]): string {
    const field = fields.find((each) => isText(each) || each.checked)
    return field?.value.trim() ?? ""
  }

  function put(fields: readonly Field[], words: string): void {
    for (const field of fields) {
      if (isText(field)) field.value = words
      else field.checked = field.value === words
    }
  }

  function lock(locked: boolean): void {
    for (const field of prompts.flatMap(({ fields }) => fields)) {
      if (isText(field)) field.readOnly = locked
      else field.disabled = locked
    }
  }

  return {
    missing: () => (prompts.some(({ fields }) => answerIn(fields)) ? null : say.reflectFirst),
    answer: () =>
      keep.checked ? [KEEP, ...prompts.flatMap(({ place, fields }) => [nameOf(place), answerIn(fields)])] : [],
    restore(saved) {
      keep.checked = saved[0] === KEEP
      for (const { place, fields } of prompts) put(fields, saved[saved.indexOf(nameOf(place), 1) + 1] ?? "")
    },
    score: () => null,
    mark() {
      lock(true)
      for (const { place, fields } of prompts) {
        const about = key.querySelector(valued("about", nameOf(place)))
        const answer = answerIn(fields)
        const advice = answer && about?.querySelector(valued("advice", answer))?.cloneNode(true)
        if (advice) place.append(el("div", { class: "hb-feedback" }, ...advice.childNodes))
      }
      return { verdict: say.reflected }
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
    focusTarget: () => prompts[0]?.fields[0] ?? null,
  }
}

function isText(field: Field): field is HTMLTextAreaElement {
  return field instanceof HTMLTextAreaElement
}
