// What the browser's code says of typed answers: reads {accept, answers}[] from standard input, prints a list of verdicts for each.
import { readFileSync } from "node:fs"
import { build } from "../../../web/node_modules/esbuild/lib/main.js"

const { outputFiles } = await build({
  entryPoints: [new URL("../../../web/src/accept.ts", import.meta.url).pathname],
  bundle: true,
  format: "esm",
  write: false,
})
const { fits } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`)
const cases = JSON.parse(readFileSync(0, "utf8"))
console.log(JSON.stringify(cases.map(({ accept, answers }) => answers.map((answer) => fits(accept, answer)))))
