// What was typed and not yet published: kept in this browser, by the path of the file, with the text it began from.
import { draftPrefix } from "../store"

export interface Draft {
  readonly text: string
  /** The published text when the draft was begun. */
  readonly base: string
}

type Storage = Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">

/** The drafts of one site. Where nothing can be kept, `keep` says so. */
export class Drafts {
  private readonly prefix: string

  constructor(
    site: string,
    private readonly storage: () => Storage,
  ) {
    this.prefix = draftPrefix(site)
  }

  find(path: string): Draft | null {
    try {
      const kept: unknown = JSON.parse(this.storage().getItem(this.prefix + path) ?? "null")
      return isDraft(kept) ? kept : null
    } catch {
      return null
    }
  }

  /** Whether it is kept. */
  keep(path: string, draft: Draft): boolean {
    try {
      this.storage().setItem(this.prefix + path, JSON.stringify(draft))
      return true
    } catch {
      return false
    }
  }

  drop(path: string): void {
    try {
      this.storage().removeItem(this.prefix + path)
    } catch {
      // nothing can be kept there, so nothing was
    }
  }

  paths(): string[] {
    try {
      const storage = this.storage()
      const names = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "")
      return names.filter((name) => name.startsWith(this.prefix)).map((name) => name.slice(this.prefix.length))
    } catch {
      return []
    }
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== "object" || value === null || !("text" in value) || !("base" in value)) return false
  return typeof value.text === "string" && typeof value.base === "string"
}
