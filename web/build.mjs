// Builds each src/entries/<name>.ts into ../docs/assets/javascripts/<name>.js: a classic script that also works when a
// page is opened by double-click. With --check nothing is written: it fails when the files there are not what would be.
import { existsSync } from "node:fs"
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { build } from "esbuild"

const here = new URL("./", import.meta.url)
const entries = new URL("src/entries/", here)
const target = new URL("../docs/assets/javascripts/", here)
const shim = new URL("node_modules/iframe-worker/", here)
const BANNER = "/*! County customer service handbook: generated from web/; do not edit */"

/** What the target folder should hold: file name → text. */
async function built() {
  const files = new Map()
  const names = existsSync(entries) ? (await readdir(entries)).filter((name) => name.endsWith(".ts")).sort() : []
  for (const name of names) {
    const { outputFiles } = await build({
      absWorkingDir: decodeURIComponent(here.pathname).replace(/^\/(?=[A-Za-z]:)/, ""),
      entryPoints: [`src/entries/${name}`],
      bundle: true,
      format: "iife",
      platform: "browser",
      target: "es2020",
      minify: true,
      legalComments: "eof",
      banner: { js: BANNER },
      logLevel: "warning",
      write: false,
    })
    files.set(name.replace(/\.ts$/, ".js"), outputFiles[0].text)
  }
  // The worker that Material's search needs where a page is opened as a file. Its license asks to go with it.
  const license = (await readFile(new URL("LICENSE", shim), "utf8")).trim()
  const script = (await readFile(new URL("shim/index.js", shim), "utf8")).trim()
  files.set("iframe-worker.js", `${BANNER}\n/*! iframe-worker\n${license}\n*/\n${script}\n`)
  return files
}

const files = await built()
const present = existsSync(target) ? (await readdir(target)).filter((name) => name.endsWith(".js")) : []
const stale = present.filter((name) => !files.has(name))

if (process.argv.includes("--check")) {
  const wrong = stale.map((name) => `${name} has no source in web/src/entries`)
  for (const [name, text] of files) {
    const file = new URL(name, target)
    const now = existsSync(file) ? await readFile(file, "utf8") : null
    if (now !== text) wrong.push(`${name} ${now === null ? "is missing" : "is not what web/ gives"}`)
  }
  for (const line of wrong) console.error(`docs/assets/javascripts/${line}`)
  if (wrong.length) console.error('Run "npm run build" in web/ and commit what it writes.')
  process.exitCode = wrong.length ? 1 : 0
} else {
  await mkdir(target, { recursive: true })
  for (const name of stale) await rm(new URL(name, target))
  for (const [name, text] of files) {
    await writeFile(new URL(name, target), text)
    console.log(`docs/assets/javascripts/${name}  ${Buffer.byteLength(text)} bytes`)
  }
}
