// Takes the place of the browser's storage while a package is played: it holds in memory, and reports changes.

export class MemoryStorage implements Storage {
  readonly [name: string]: unknown
  readonly #texts = new Map<string, string>()
  readonly #onChange: () => void
  #waiting = false

  /** `onChange` is called once after all that one press of a button changes. */
  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  get length(): number {
    return this.#texts.size
  }

  key(at: number): string | null {
    return [...this.#texts.keys()][at] ?? null
  }

  getItem(name: string): string | null {
    return this.#texts.get(name) ?? null
  }

  setItem(name: string, text: string): void {
    this.#texts.set(name, text)
    this.#report()
  }

  removeItem(name: string): void {
    this.#texts.delete(name)
    this.#report()
  }

  clear(): void {
    this.#texts.clear()
    this.#report()
  }

  #report(): void {
    if (this.#waiting) return
    this.#waiting = true
    queueMicrotask(() => {
      this.#waiting = false
      this.#onChange()
    })
  }
}
