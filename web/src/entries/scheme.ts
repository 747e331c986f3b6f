// Runs before anything is drawn, so that a dark screen doesn't flash: as someone chose, or else as the computer has it.
import { keyOf, PREFIX, schemeIn } from "../frame/colors"
import { scriptAddress } from "../site"

const preferred = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default"
document.body.setAttribute(`${PREFIX}scheme`, schemeIn(keyOf(scriptAddress())) ?? preferred)
