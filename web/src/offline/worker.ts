// The service worker: the net first, and what is kept of this edition where there is none or it takes too long.
import { type Edition, fileAt } from "./files"
import { Keeping } from "./keep"

declare const self: ServiceWorkerGlobalScope & { readonly handbook: Edition }

/** The longest that a page is waited for while it is kept here: someone stands at the counter. */
const PATIENCE = 4000

export function work(): void {
  const { edition, files } = self.handbook
  const { scope } = self.registration
  const keeping = new Keeping(self.handbook, scope)
  /** The pages that came from here: what they load comes from here, too, so that no page is of two editions. */
  const fromHere = new Set<string>()

  self.addEventListener("install", (event) => {
    event.waitUntil(keeping.fill().then(() => self.skipWaiting()))
  })
  self.addEventListener("activate", (event) => {
    event.waitUntil(takeOver())
  })
  self.addEventListener("fetch", (event) => {
    const { request } = event
    const file = request.method === "GET" ? fileAt(request.url, scope, files) : null
    if (file !== null || (request.mode === "navigate" && request.url.startsWith(scope)))
      event.respondWith(answer(event, file))
  })

  async function takeOver(): Promise<void> {
    await keeping.dropOthers()
    await self.clients.claim()
    for (const client of await self.clients.matchAll({ type: "window" })) client.postMessage({ edition })
  }

  async function answer(event: FetchEvent, file: string | null): Promise<Response> {
    const { request, clientId, resultingClientId } = event
    const navigates = request.mode === "navigate"
    const kept = async (): Promise<Response | undefined> => (file === null ? undefined : keeping.match(file))
    if (!navigates && fromHere.has(clientId)) return (await kept()) ?? fetch(request)
    try {
      const response = await (navigates && file !== null ? inTime(fetch(request)) : fetch(request))
      return response.status >= 500 ? ((await kept()) ?? response) : response
    } catch {
      if (navigates) fromHere.add(resultingClientId)
      return (await kept()) ?? (navigates ? notKept(scope) : Response.error())
    }
  }
}

async function inTime(response: Promise<Response>): Promise<Response> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("late")), PATIENCE)
  })
  return Promise.race([response, late])
}

function notKept(home: string): Response {
  const words = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Not kept on this device</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<h1>You're offline</h1>
<p>This page or file isn't kept on this device. Go back to <a href="${home}">the home page</a>, or try again when you have a connection.</p></html>`
  return new Response(words, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } })
}
