// The fields of a worksheet: each gives what is entered, takes it in again, and tells when it changes.
import { all } from "../dom"
import type { Entry } from "./entries"
import { narrowField } from "./narrow"

export interface Field {
  readonly key: string
  /** What is entered; null for nothing. */
  get(): Entry | null
  /** Puts an entry in; null empties the field. One that does not fit is left out. */
  set(entry: Entry | null): void
}

/** The fields of a sheet. `changed` is called after each change that a person makes. */
export function fieldsOf(sheet: HTMLElement, changed: () => void): Field[] {
  return all(sheet, "[data-key]").map((box) => {
    if (box.dataset["to"]) return narrowField(box, changed)
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
    key: box.dataset["key"] ?? "",
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
    key: box.dataset["key"] ?? "",
    get: () => options.find((option) => option.checked)?.value ?? null,
    set(entry) {
      for (const option of options) option.checked = option.value === entry
    },
  }
}
