// Runs test/*.test.ts with Node's own runner: each is bundled by esbuild into node_modules/.cache/test first.
import { spawnSync } from "node:child_process"
import { readdirSync, rmSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"

const here = fileURLToPath(new URL("./", import.meta.url))
const outdir = `${here}node_modules/.cache/test`
const tests = readdirSync(`${here}test`, { recursive: true })
  .filter((name) => name.endsWith(".test.ts"))
  .sort()
if (!tests.length) throw new Error("no test in web/test")

rmSync(outdir, { recursive: true, force: true })
await build({
  absWorkingDir: here,
  entryPoints: tests.map((name) => `test/${name}`),
  outdir,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  sourcemap: "inline",
  logLevel: "warning",
})
const files = tests.map((name) => `${outdir}/${name.replace(/\.ts$/, ".mjs")}`)
const { status } = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...files], {
  stdio: "inherit",
  cwd: here,
})
process.exitCode = status ?? 1
