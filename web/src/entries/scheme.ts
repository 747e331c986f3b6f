// Runs before anything is drawn, so that a dark screen doesn't flash: until someone chooses, it is as the computer has it.
// What someone chose has been shown by a script of the theme's own by now.
import { choiceIn, keyOf } from "../frame/colors"
import { scriptAddress } from "../site"

const isDark = matchMedia("(prefers-color-scheme: dark)").matches
if (isDark && choiceIn(keyOf(scriptAddress())) === null) document.body.setAttribute("data-md-color-scheme", "slate")
