// A learning platform around scorm-again (MIT, not ours): it plays a package in a frame and lists every call.
let api = null
let calls = []

const EDITIONS = {
  1.2: {
    name: "API",
    start: (settings) => new Scorm12API(settings),
    functions: ["LMSInitialize", "LMSFinish", "LMSGetValue", "LMSSetValue", "LMSCommit"],
    error: () => api.LMSGetLastError(),
  },
  2004: {
    name: "API_1484_11",
    start: (settings) => new Scorm2004API(settings),
    functions: ["Initialize", "Terminate", "GetValue", "SetValue", "Commit"],
    error: () => api.GetLastError(),
  },
}

/**
 * Begins a session with a package (its folder) of an edition of SCORM. `held` is what an earlier one left; `fails`: every
 * call that sends says so; `nulls`: what is held of nothing is given as the text null; `asMoodle`: at the end of a session
 * what was never attempted counts as completed, as in Moodle's player of SCORM 1.2.
 */
function launch({ package, edition = "1.2", held = null, fails = false, nulls = false, asMoodle = false }) {
  const { name, start, functions, error } = EDITIONS[edition]
  calls = []
  api = start({ autocommit: false, logLevel: 5 })
  if (held) api.loadFromJSON(held, "")
  const listed = (call) => (...said) => {
    const { core } = api.cmi
    if (asMoodle && /Finish/.test(call) && core.lesson_status === "not attempted") core.lesson_status = "completed"
    let answer = fails && /Set|Commit/.test(call) ? "false" : api[call](...said)
    if (nulls && /Get/.test(call) && answer === "") answer = "null"
    calls.push([call, ...said, answer, error()])
    return answer
  }
  delete window.API
  delete window.API_1484_11
  window[name] = Object.fromEntries(functions.map((call) => [call, listed(call)]))
  const frame = document.createElement("iframe")
  frame.src = `${package}/index.html`
  document.body.replaceChildren(frame)
}

/** Closes the package, as going elsewhere does, and gives what the platform holds then. */
function leave() {
  document.querySelector("iframe").remove()
  return JSON.parse(JSON.stringify(api.cmi))
}
