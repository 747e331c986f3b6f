// JSON as it comes from a browser's storage or from a file: it may be anything.

export type Fields = Readonly<Record<string, unknown>>

/** The object (or list) that a text holds; null when it holds none. */
export function readObject(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

export function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null
}
