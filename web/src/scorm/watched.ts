// Takes the place of the browser's storage while a package is played: it holds in memory, and tells of changes.

export class Watched implements Storage {
  readonly [name: string]: unknown
  readonly #held = new Map<string, string>()
  readonly #changed: () => void
  #waiting = false

  /** `changed` is called once after all that one press of a button changes. */
  constructor(changed: () => void) {
    this.#changed = changed
  }

  get length(): number {
    return this.#held.size
  }

  key(at: number): string | null {
    return [...this.#held.keys()][at] ?? null
  }

  getItem(name: string): string | null {
    return this.#held.get(name) ?? null
  }

  setItem(name: string, text: string): void {
    this.#held.set(name, text)
    this.#tell()
  }

  removeItem(name: string): void {
    this.#held.delete(name)
    this.#tell()
  }

  clear(): void {
    this.#held.clear()
    this.#tell()
  }

  #tell(): void {
    if (this.#waiting) return
    this.#waiting = true
    queueMicrotask(() => {
      this.#waiting = false
      this.#changed()
    })
  }
}
