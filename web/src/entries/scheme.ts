// Runs before anything is drawn, so that a dark screen doesn't flash: as someone chose, or else as the computer has it.
import { keyOf, schemeIn } from "../frame/colors"
import { THEME_COLOR, ThemeScheme } from "../page"
import { scriptAddress } from "../site"

const preferred = matchMedia("(prefers-color-scheme: dark)").matches ? ThemeScheme.Dark : ThemeScheme.Light
document.body.setAttribute(`${THEME_COLOR}scheme`, schemeIn(keyOf(scriptAddress())) ?? preferred)
