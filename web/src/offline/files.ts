// Which file a browser keeps for an address, without a browser.

/** What the build lists: each file of the edition by its address from the site's first folder, with its hash. */
export interface Edition {
  readonly edition: string
  /** What tells one list from another. */
  readonly version: string
  readonly files: Readonly<Record<string, string>>
}

/** The listed file that is shown at an address, as a path from the site's first folder; null where there is none. */
export function fileAt(address: string, scope: string, files: Edition["files"]): string | null {
  const bare = address.replace(/[?#].*/, "")
  if (!bare.startsWith(scope)) return null
  const path = bare.slice(scope.length)
  const folder = path === "" || path.endsWith("/")
  const names = folder ? [`${path}index.html`] : [path, `${path}.html`, `${path}/index.html`]
  return names.find((name) => Object.hasOwn(files, name)) ?? null
}
