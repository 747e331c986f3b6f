// A test in an address: what it is made of and its form code, but no question and no answer.
import type { Request } from "./request"

export interface LinkedTest {
  readonly test: Request
  readonly code: string
}

const MARK = "#test="

/** The address that opens a form on this page. */
export function addressOf(linked: LinkedTest): string {
  const bytes = new TextEncoder().encode(JSON.stringify(linked))
  const text = btoa(String.fromCharCode(...bytes))
  return location.href.replace(/#.*/, "") + MARK + text.replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "")
}

/** The test in the part of an address that begins with #; null where there is none that can be read. */
export function readTest(hash: string): LinkedTest | null {
  if (!hash.startsWith(MARK)) return null
  try {
    const text = atob(hash.slice(MARK.length).replace(/-/g, "+").replace(/_/g, "/"))
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0))
    const linked: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return isLinked(linked) ? linked : null
  } catch {
    return null
  }
}

function isLinked(value: unknown): value is LinkedTest {
  if (typeof value !== "object" || value === null || !("test" in value) || !("code" in value)) return false
  return (
    typeof value.code === "string" && typeof value.test === "object" && value.test !== null && "draft" in value.test
  )
}
