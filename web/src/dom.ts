// Makes and finds elements. Text goes in as text, never as HTML.

/** An element with attributes and children. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

/** A button that does something when it is pressed. */
export function button(
  label: string,
  pressed: () => void,
  attributes: Readonly<Record<string, string>> = {},
): HTMLButtonElement {
  const made = el("button", { type: "button", class: "hb-button", ...attributes }, label)
  made.addEventListener("click", pressed)
  return made
}

/** A paragraph whose text is read out by screen readers whenever it changes. */
export function status(name: string): HTMLElement {
  return el("p", { class: name, role: "status" })
}

/** All elements below one that fit a selector. */
export function all<Kind extends HTMLElement>(inside: ParentNode, selector: string): Kind[] {
  return Array.from(inside.querySelectorAll<Kind>(selector))
}

/** The entry of a list that stands for an option, by the option's permanent name. */
export function entry(inside: ParentNode, ident: string): HTMLElement | null {
  return inside.querySelector<HTMLElement>(`[data-option="${CSS.escape(ident)}"]`)
}

/** Runs something as soon as the page has been read. */
export function whenRead(run: () => void): void {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", run, { once: true })
  else run()
}
