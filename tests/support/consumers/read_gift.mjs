// Reads GIFT with gift-pegjs (MIT, not ours) and prints what it understood as JSON.
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"

const gift = createRequire(new URL("../../../web/package.json", import.meta.url))("gift-pegjs")
console.log(JSON.stringify(gift.parse(readFileSync(process.argv[2], "utf8"))))
