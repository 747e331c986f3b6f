// Does in Node what the workshop's worker does in a browser (both run V8), and tells the processor seconds of each step.
// Node.js needs two arguments: the folder with all parts, and Pyodide's.
import { readFileSync } from "node:fs"
import { pathToFileURL } from "node:url"

const [, , parts, engine] = process.argv
const seconds = {}

async function time(name, run) {
  const before = process.cpuUsage()
  const result = await run()
  const { user, system } = process.cpuUsage(before)
  seconds[name] = (user + system) / 1e6
  return result
}

function unpack(python, name) {
  const { buffer, byteOffset, byteLength } = readFileSync(`${parts}/${name}`)
  python.unpackArchive(buffer.slice(byteOffset, byteOffset + byteLength), "zip", { extractDir: "/" })
}

const { loadPyodide } = await import(pathToFileURL(`${engine}/pyodide.mjs`).href)
const python = await time("start", async () => {
  const loaded = await loadPyodide({ indexURL: `${engine}/` })
  for (const name of ["libraries.zip", "handbook.zip"]) unpack(loaded, name)
  loaded.runPython('import sys; sys.path.insert(0, "/handbook/hooks"); from handbook.workshop.bridge import Bridge')
  return loaded
})
const bridge = await time("check", () => python.runPython("Bridge()"))
const call = (name, request) => JSON.parse(bridge.call(name, JSON.stringify(request)).toJs()[0])

const { files } = call("files", {})
const page = files.find(({ path }) => path.endsWith(".md")).path
const list = files.find(({ path }) => path.startsWith("quizbank/items/")).path
for (const [name, path] of Object.entries({ page, "question file": list })) {
  const text = call("open", { path }).text
  call("glance", { path, text, line: 1 })
  const changed = text.replace("stem: ", "stem: Now, ").replace("summary: ", "summary: Now, ")
  await time(`recheck of one ${name}`, () => call("glance", { path, text: changed, line: 9 }))
  await time(`the whole again, one ${name} changed`, () => call("attempt", { path, text: changed, line: 9 }))
  call("restore", { path })
}
const row = { count: 10, topic: "", level: "", type: "" }
const draft = { title: "Ten questions", rows: [row], exclude: [], minutes: 0 }
const { forms } = await time("draw", () => call("draw", { quiz: "", draft, seed: "may", forms: 1 }))
await time("export to Moodle", () => call("export", { code: forms[0].code, format: "moodle" }))
await time("PDFs to print", () => {
  unpack(python, "print.zip")
  return call("export", { code: forms[0].code, format: "print" })
})
console.log(JSON.stringify({ seconds }))
