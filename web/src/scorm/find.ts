// Finds the API of a SCORM 1.2 platform (Run-Time Environment 3.3.6.1): in the windows around the page, then in those
// around the window that opened it. A window of another host is passed over.

export interface Api {
  LMSInitialize(nothing: ""): unknown
  LMSFinish(nothing: ""): unknown
  LMSGetValue(name: string): unknown
  LMSSetValue(name: string, value: string): unknown
  LMSCommit(nothing: ""): unknown
}

/** As many windows as are looked into on one way. A window can be its own ancestor in a faulty platform. */
const MOST = 20

export function findApi(from: Window): Api | null {
  for (const window of around(from)) {
    const api = apiOf(window)
    if (api) return api
  }
  return null
}

function* around(from: Window): Generator<Window> {
  yield* upwards(from)
  for (const window of upwards(from)) {
    const opener = attempt<Window>(() => window.opener)
    if (opener) yield* upwards(opener)
  }
}

function* upwards(from: Window): Generator<Window> {
  let window: Window | null = from
  for (let step = 0; window && step < MOST; step += 1) {
    yield window
    const here: Window = window
    const parent: Window | null = attempt(() => here.parent)
    window = parent === here ? null : parent
  }
}

function apiOf(window: Window): Api | null {
  return attempt(() => {
    const { API: api }: Window & { API?: Api } = window
    return api && typeof api.LMSInitialize === "function" ? api : null
  })
}

function attempt<Kind>(run: () => Kind | null): Kind | null {
  try {
    return run() ?? null
  } catch {
    return null
  }
}
