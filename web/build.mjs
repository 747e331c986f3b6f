// Builds each src/entries/<name>.ts into ../docs/assets/javascripts/<name>.js: a classic script that also works when a
// page is opened by double-click; each src/workers/<name>.ts into <name>-worker.js, a module; and each styles/<name>.css, with
// what it imports, into ../docs/assets/stylesheets/.
// With --check nothing is written: it fails when the files there are not what would be.
import { existsSync } from "node:fs"
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { build } from "esbuild"

const here = new URL("./", import.meta.url)
const assets = new URL("../docs/assets/", here)
const PALETTE = new URL("../hooks/handbook/model/palette.json", here)
const BANNER = "/*! County customer service handbook: generated from web/; do not edit */"

/** Gives style sheets that import "palette" the colors that the library has, too: --hb-<name>, for light and for dark. */
const palette = {
  name: "palette",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^palette$/ }, () => ({ path: "palette", namespace: "palette" }))
    onLoad({ filter: /.*/, namespace: "palette" }, async () => {
      const { light, dark } = JSON.parse(await readFile(PALETTE, "utf8"))
      const rule = (selector, colors) =>
        `${selector} { ${Object.entries(colors)
          .map(([name, color]) => `--hb-${name}: ${color};`)
          .join(" ")} }`
      const rules = [
        rule(':root, [data-md-color-scheme="default"]', light),
        `@media screen { ${rule('[data-md-color-scheme="slate"]', dark)} }`, // paper is white
      ]
      return { contents: rules.join("\n"), loader: "css" }
    })
  },
}

const KINDS = [
  {
    from: "src/entries/",
    ends: ".ts",
    to: "javascripts/",
    as: ".js",
    banner: { js: BANNER },
    format: "iife",
    target: "es2020",
  },
  {
    from: "src/workers/",
    ends: ".ts",
    to: "javascripts/",
    as: "-worker.js",
    banner: { js: BANNER },
    format: "esm",
    target: "es2022",
  },
  {
    from: "styles/",
    ends: ".css",
    to: "stylesheets/",
    as: ".css",
    banner: { css: BANNER },
    external: ["*.woff2"],
    plugins: [palette],
    supported: { nesting: false }, // browsers of before 2023 do not know it
  },
]

/** What the target folders should hold: path below docs/assets → text. */
async function built() {
  const files = new Map()
  for (const { from, ends, to, as, ...options } of KINDS) {
    const folder = new URL(from, here)
    const names = existsSync(folder) ? (await readdir(folder)).filter((name) => name.endsWith(ends)).sort() : []
    for (const name of names) {
      const { outputFiles } = await build({
        absWorkingDir: decodeURIComponent(here.pathname).replace(/^\/(?=[A-Za-z]:)/, ""),
        entryPoints: [from + name],
        bundle: true,
        platform: "browser",
        minify: true,
        legalComments: "eof",
        logLevel: "warning",
        write: false,
        ...options,
      })
      files.set(to + name.replace(ends, as), outputFiles[0].text)
    }
  }
  return files
}

/** What the target folders hold. */
async function held() {
  const found = []
  for (const { to, as } of KINDS) {
    const folder = new URL(to, assets)
    const names = existsSync(folder) ? await readdir(folder) : []
    found.push(...names.filter((name) => name.endsWith(as)).map((name) => to + name))
  }
  return found
}

const files = await built()
const stale = (await held()).filter((path) => !files.has(path))

if (process.argv.includes("--check")) {
  const wrong = stale.map((path) => `${path} has no source in web/`)
  for (const [path, text] of files) {
    const file = new URL(path, assets)
    const now = existsSync(file) ? await readFile(file, "utf8") : null
    if (now !== text) wrong.push(`${path} ${now === null ? "is missing" : "is not what web/ gives"}`)
  }
  for (const line of wrong) console.error(`docs/assets/${line}`)
  if (wrong.length) console.error('Run "npm run build" in web/ and commit what it writes.')
  process.exitCode = wrong.length ? 1 : 0
} else {
  for (const path of stale) await rm(new URL(path, assets))
  for (const [path, text] of files) {
    await mkdir(new URL("./", new URL(path, assets)), { recursive: true })
    await writeFile(new URL(path, assets), text)
    console.log(`docs/assets/${path}  ${Buffer.byteLength(text)} bytes`)
  }
}
