// The fields of a worksheet: each gives what is entered, takes it in again, and tells when it changes.
import { all } from "../dom"
import { data, Part } from "../page"
import type { Field } from "./field"
import { narrowField } from "./narrow"

/** The fields of a sheet. `changed` is called after each change that a person makes. */
export function fieldsOf(sheet: HTMLElement, changed: () => void): Field[] {
  return all(sheet, Part.Keyed).map((box) => {
    if (data(box, "to")) return narrowField(box, changed)
    return box.matches("fieldset") ? choiceField(box, changed) : textField(box, changed)
  })
}

function textField(box: HTMLElement, changed: () => void): Field {
  const control = box.querySelector<HTMLInputElement | HTMLTextAreaElement>("input, textarea")
  control?.addEventListener("input", () => {
    grow()
    changed()
  })

  function grow(): void {
    if (!(control instanceof HTMLTextAreaElement)) return
    control.style.height = "auto"
    control.style.height = `${control.scrollHeight + 2}px`
  }

  return {
    key: data(box, "key"),
    get: () => control?.value || null,
    set(entry) {
      if (control) control.value = typeof entry === "string" ? entry : ""
      grow()
    },
  }
}

function choiceField(box: HTMLElement, changed: () => void): Field {
  const options = all<HTMLInputElement>(box, "input[type=radio]")
  for (const option of options) option.addEventListener("change", changed)
  return {
    key: data(box, "key"),
    get: () => options.find((option) => option.checked)?.value ?? null,
    set(entry) {
      for (const option of options) option.checked = option.value === entry
    },
  }
}
