// Keeps the files of an edition: all of them, each with the hash that the build gave it, or none that counts.
import type { Edition } from "./files"

const AT_ONCE = 8
/** Under this address the list of files is kept with them. */
const LIST = "?handbook-files"

/** The edition's files in this browser, for the site at `scope`, which ends in a slash. */
export class Keeping {
  private readonly prefix: string
  private readonly name: string

  constructor(
    private readonly edition: Edition,
    private readonly scope: string,
  ) {
    this.prefix = `handbook:${new URL(scope).pathname}:`
    this.name = this.prefix + edition.version
  }

  /** Fetches what is not here yet. Rejects when a file can't be had or is not that of the edition. */
  async fill(): Promise<void> {
    const cache = await caches.open(this.name)
    const here = new Set((await cache.keys()).map(({ url }) => url))
    const older = await this.older()
    const missing = Object.entries(this.edition.files).filter(([path]) => !here.has(this.scope + path))
    const next = async (): Promise<void> => {
      for (let entry = missing.pop(); entry; entry = missing.pop()) {
        const [path, hash] = entry
        await cache.put(this.scope + path, (await older(path, hash)) ?? (await fetched(this.scope + path, hash)))
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, next))
    await cache.put(this.scope + LIST, new Response(JSON.stringify(this.edition.files)))
  }

  /** Gives a file out of an earlier edition, where it is the same one. */
  private async older(): Promise<(path: string, hash: string) => Promise<Response | undefined>> {
    const lists = await Promise.all(
      (await this.others()).map(async (name) => {
        const cache = await caches.open(name)
        const files: unknown = await (await cache.match(this.scope + LIST))?.json()
        return { cache, files: files as Edition["files"] | undefined }
      }),
    )
    return async (path, hash) => {
      const list = lists.find(({ files }) => files?.[path] === hash)
      return list?.cache.match(this.scope + path)
    }
  }

  private async others(): Promise<string[]> {
    return (await caches.keys()).filter((name) => name.startsWith(this.prefix) && name !== this.name)
  }

  /** Drops what is kept of other editions. */
  async dropOthers(): Promise<void> {
    await Promise.all((await this.others()).map((name) => caches.delete(name)))
  }

  async match(path: string): Promise<Response | undefined> {
    return (await caches.open(this.name)).match(this.scope + path)
  }
}

/** The file as the server has it now. The browser compares it with the hash, and refuses another one. */
async function fetched(address: string, integrity: string): Promise<Response> {
  const response = await fetch(address, { integrity, cache: "no-cache" })
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  const type = response.headers.get("Content-Type") ?? ""
  return new Response(await response.blob(), { headers: { "Content-Type": type } }) // one that was redirected could not be shown
}
