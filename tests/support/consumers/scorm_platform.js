// A learning platform around scorm-again (MIT, not ours): it plays a package in a frame and lists every call.
let api = null
let calls = []

/** Begins a session with a package (its folder). `held` is what an earlier one left; `fails`: every call that sends says so. */
function launch({ package, held = null, fails = false }) {
  calls = []
  api = new Scorm12API({ autocommit: false, logLevel: 5 })
  if (held) api.loadFromJSON(held, "")
  const listed = (name) => (...said) => {
    const answer = fails && /Set|Commit/.test(name) ? "false" : api[name](...said)
    calls.push([name, ...said, answer, api.LMSGetLastError()])
    return answer
  }
  const names = ["LMSInitialize", "LMSFinish", "LMSGetValue", "LMSSetValue", "LMSCommit"]
  window.API = Object.fromEntries(names.map((name) => [name, listed(name)]))
  const frame = document.createElement("iframe")
  frame.src = `${package}/index.html`
  document.body.replaceChildren(frame)
}

/** Closes the package, as going elsewhere does, and gives what the platform holds then. */
function leave() {
  document.querySelector("iframe").remove()
  return JSON.parse(JSON.stringify(api.cmi))
}
