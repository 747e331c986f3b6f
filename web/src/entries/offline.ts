// Runs on every page once it is there: keeps the handbook for use without a net, and says when a new edition is out.
import { button, el } from "../dom"
import { offline as say } from "../messages"
import { Part } from "../page"
import { scriptAddress } from "../site"
import { needStyle } from "../style"

/** How often it asks for a new edition while a page stays open, in milliseconds. */
const HOUR = 3_600_000

const script = scriptAddress()
const root = new URL("../../", script)
const edition = document.querySelector<HTMLMetaElement>(Part.Edition)?.content
const { serviceWorker } = navigator

if (edition && serviceWorker && root.protocol.startsWith("http")) {
  if (document.readyState === "complete") void begin()
  else addEventListener("load", () => void begin(), { once: true })
}

async function begin(): Promise<void> {
  const link = (rel: string, path: string): HTMLElement => el("link", { rel, href: new URL(path, root).href })
  document.head.append(link("manifest", "manifest.json"), link("apple-touch-icon", "assets/images/icon-180.png"))
  serviceWorker.addEventListener("message", ({ data }) => data?.edition !== edition && showNote())
  const registration = await serviceWorker.register(new URL("service-worker.js", root)).catch(() => null)
  let asked = Date.now()
  const ask = (): void => {
    if (document.visibilityState !== "visible" || Date.now() - asked < HOUR) return
    asked = Date.now()
    void registration?.update().catch(() => {})
  }
  document.addEventListener("visibilitychange", ask)
  addEventListener("online", ask)
}

function showNote(): void {
  if (document.querySelector(".hb-new-edition")) return
  needStyle("extras", script)
  const note = el("div", { class: "hb-new-edition", role: "status" })
  document.body.append(note)
  note.append(
    el("p", {}, say.newEdition),
    button(say.reload, () => location.reload()),
    button(say.later, () => note.remove()),
  )
}
