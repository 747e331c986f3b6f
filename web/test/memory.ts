// A storage for tests, which can be full or forbidden.
export class Memory implements Storage {
  [name: string]: unknown
  full = false
  forbidden = false

  static of(saved: Readonly<Record<string, string>>): Memory {
    const memory = new Memory()
    for (const [name, text] of Object.entries(saved)) memory.setItem(name, text)
    return memory
  }

  constructor() {
    for (const field of ["full", "forbidden"]) Object.defineProperty(this, field, { enumerable: false })
  }

  get length(): number {
    return Object.keys(this).length
  }

  key(at: number): string | null {
    return Object.keys(this)[at] ?? null
  }

  getItem(name: string): string | null {
    if (this.forbidden) throw new Error("SecurityError")
    return Object.hasOwn(this, name) ? (this[name] as string) : null
  }

  setItem(name: string, text: string): void {
    if (this.full || this.forbidden) throw new Error("QuotaExceededError")
    this[name] = text
  }

  removeItem(name: string): void {
    delete this[name]
  }

  clear(): void {
    for (const name of Object.keys(this)) delete this[name]
  }
}
