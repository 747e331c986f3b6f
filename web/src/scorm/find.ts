// Finds the API of a platform (SCORM 1.2 Run-Time Environment 3.3.6.1, SCORM 2004 3.2.1): in the windows around the page,
// then in those around the window that opened it. A window of another host is passed over.

export interface Api {
  LMSInitialize(nothing: ""): unknown
  LMSFinish(nothing: ""): unknown
  LMSGetValue(name: string): unknown
  LMSSetValue(name: string, value: string): unknown
  LMSCommit(nothing: ""): unknown
}

/** The API as SCORM 2004 has it: the same functions by other names. */
export interface Api2004 {
  Initialize(nothing: ""): unknown
  Terminate(nothing: ""): unknown
  GetValue(name: string): unknown
  SetValue(name: string, value: string): unknown
  Commit(nothing: ""): unknown
}

/** As many windows as are looked into on one way. A window can be its own ancestor in a faulty platform. */
const MOST = 20

/** The API for a package of SCORM 1.2, or of SCORM 2004 ("2004"). A platform can have both. */
export function findApi(from: Window, edition = ""): Api | null {
  for (const window of around(from)) {
    const api = edition === "2004" ? api2004Of(window) : apiOf(window)
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

function api2004Of(window: Window): Api | null {
  return attempt(() => {
    const { API_1484_11: api }: Window & { API_1484_11?: Api2004 } = window
    return api && typeof api.Initialize === "function" ? underOldNames(api) : null
  })
}

function underOldNames(api: Api2004): Api {
  return {
    LMSInitialize: (nothing) => api.Initialize(nothing),
    LMSFinish: (nothing) => api.Terminate(nothing),
    LMSGetValue: (name) => api.GetValue(name),
    LMSSetValue: (name, value) => api.SetValue(name, value),
    LMSCommit: (nothing) => api.Commit(nothing),
  }
}

function attempt<Kind>(run: () => Kind | null): Kind | null {
  try {
    return run() ?? null
  } catch {
    return null
  }
}
