// Runs on the page left at an old address: leads on with the anchor, which the page's own way on would lose.
import { data } from "../page"

location.replace(data(document.currentScript, "to") + location.hash)
