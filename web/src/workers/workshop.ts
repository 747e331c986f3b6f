// Runs the library: loads Python (Pyodide), the libraries and the handbook, then answers calls.
import type { FromWorker, ToWorker } from "../workshop/engine"

interface Part {
  readonly size: number
  readonly mark: string
}

interface Proxy {
  toJs(): [string, Uint8Array<ArrayBuffer>]
  destroy(): void
}

interface Python {
  unpackArchive(archive: ArrayBuffer, format: string, options: { extractDir: string }): void
  toPy(file: Uint8Array<ArrayBuffer>): unknown
  runPython(code: string): { call(name: string, request: string, file: unknown): Proxy }
}

interface Scope {
  postMessage(message: FromWorker, transfer?: Transferable[]): void
  addEventListener(type: "message", listener: (event: MessageEvent<ToWorker>) => void): void
}

const scope = self as unknown as Scope
const OPEN = `
import sys
sys.path.insert(0, "/handbook/hooks")
from handbook.workshop.bridge import Bridge
Bridge()
`
/** Loads the printer and takes its file away again: once it runs, the file would only be there a second time. */
const LOAD_PRINTER = `
import os, typst._typst
os.unlink(typst._typst.__file__)
`
let parts = ""
let listing: Readonly<Record<string, Part>> = {}
let python: Python | null = null
let bridge: ReturnType<Python["runPython"]> | null = null
let printer: Promise<void> | null = null

scope.addEventListener("message", async ({ data: { id, name, request, file } }) => {
  try {
    const [value, content] = name === "start" ? await start(JSON.parse(request)) : await ask(name, request, file)
    scope.postMessage({ kind: "answer", id, value, content }, [content.buffer])
  } catch (error) {
    scope.postMessage({ kind: "failure", id, message: inWords(error) })
  }
})

async function start(request: { readonly parts: string }): Promise<[string, Uint8Array<ArrayBuffer>]> {
  parts = request.parts
  const response = await fetch(`${parts}parts.json`, { cache: "no-cache" })
  if (!response.ok) throw new Error("The parts of the workshop aren't on this site.")
  listing = await response.json()
  progress("Loading Python", 0)
  const { loadPyodide } = await import(`${parts}pyodide.js`)
  const loaded: Python = await loadPyodide({ indexURL: parts })
  python = loaded
  loaded.unpackArchive(await part("libraries.zip", "Loading the libraries"), "zip", { extractDir: "/" })
  loaded.unpackArchive(await part("handbook.zip", "Loading the handbook"), "zip", { extractDir: "/" })
  progress("Reading and checking the handbook", 1)
  bridge = loaded.runPython(OPEN)
  return ["{}", new Uint8Array()]
}

async function ask(
  name: string,
  request: string,
  file: Uint8Array<ArrayBuffer>,
): Promise<[string, Uint8Array<ArrayBuffer>]> {
  if (!bridge || !python) throw new Error("The workshop isn't ready yet.")
  if (name === "sheet" || /"format": ?"print"/.test(request)) await withPrinter()
  const proxy = bridge.call(name, request, python.toPy(file))
  const [value, content] = proxy.toJs()
  proxy.destroy()
  return [value, content.slice()]
}

/** Loads what sets type, the first time that something is to be printed. */
function withPrinter(): Promise<void> {
  printer ??= part("print.zip", "Loading what makes PDFs").then((archive) => {
    python?.unpackArchive(archive, "zip", { extractDir: "/" })
    python?.runPython(LOAD_PRINTER)
  })
  return printer
}

/** A part as it comes in; tells how far it is. */
async function part(name: string, step: string): Promise<ArrayBuffer> {
  const { size = 0, mark = "" } = listing[name] ?? {}
  const response = await fetch(`${parts}${name}?${mark}`)
  if (!response.ok || !response.body)
    throw new Error(`${name} can't be loaded. Check the connection, then start again.`)
  const content = new Uint8Array(size)
  let loaded = 0
  const reader = response.body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    content.set(read.value, loaded)
    loaded += read.value.length
    progress(step, loaded / size)
  }
  return content.buffer
}

function progress(step: string, share: number): void {
  scope.postMessage({ kind: "progress", step, loaded: share, total: 1 })
}

/** The last line of a Python traceback is what it says. What the library refuses in words is no fault; all else goes to the console, for IT. */
function inWords(error: unknown): string {
  const lines = String(error instanceof Error ? error.message : error)
    .trim()
    .split("\n")
  const last = lines[lines.length - 1] ?? "Something went wrong."
  const refusal = /^ValueError: (.+)/.exec(last)?.[1]
  if (!refusal) console.error(error)
  return refusal ?? last
}
