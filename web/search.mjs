// Asks the search of the pages, as it is in src/search, from the command line (`make search` does). Reads JSON with
// "contents", "words" and "queries" from its input, and writes for each query the answers in the order of the page:
// where each leads, what it fits, and which word of the query is in which part of its page.
import { mkdirSync } from "node:fs"
import { text } from "node:stream/consumers"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"

const here = fileURLToPath(new URL("./", import.meta.url))
const outfile = `${here}node_modules/.cache/search.mjs`
mkdirSync(`${here}node_modules/.cache`, { recursive: true })
await build({
  absWorkingDir: here,
  stdin: { contents: 'export * from "./src/search/finder"\nexport * from "./src/search/answers"', resolveDir: here },
  outfile,
  bundle: true,
  format: "esm",
  platform: "node",
  logLevel: "warning",
})
const { Finder, groupsOf, isKnown } = await import(outfile)

const { contents, words, queries } = JSON.parse(await text(process.stdin))
const first = new Finder(contents)
const whole = new Finder(contents, words)
const answers = queries.map((query) => {
  const finder = isKnown(first.find(query, true)) ? first : whole
  const outcome = finder.find(query, true)
  const reasons = new Map(outcome.results.map((result) => [result.page.at, result]))
  return groupsOf(outcome, finder).flatMap(({ kind, choices }) =>
    choices.map(({ at }) => {
      const { fits = "", why = new Map() } = reasons.get(at.replace(/#.*/, "")) ?? {}
      return { kind, at, fits, why: Object.fromEntries(why) }
    }),
  )
})
process.stdout.write(JSON.stringify(answers))
