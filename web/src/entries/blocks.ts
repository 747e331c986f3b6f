// Runs on pages with lines to say, with a bar, a scene, a huddle or the glossary.
import { enhanceBar } from "../bar/bar"
import { enhanceGlossary } from "../blocks/glossary"
import { enhanceHuddle } from "../blocks/huddle"
import { enhanceScene } from "../blocks/scene"
import { all, el } from "../dom"
import { words as say } from "../messages"
import { Part } from "../page"
import { scriptAddress, siteStore } from "../site"
import { needStyle } from "../style"
import { fillIn } from "../words/fill"
import { ownWordsForm } from "../words/form"
import { addCopyButtons, announcer } from "../words/lines"
import { ownRecord, ownWords } from "../words/personal"

const script = scriptAddress()
const storeFor = siteStore(script)
const store = storeFor(() => {})
const fill = (): void => fillIn(document, ownWords(store))

needStyle("extras", script)
fill()
addEventListener("storage", ({ key }) => (key === ownRecord(store) || key === null) && fill())
addEventListener("pageshow", ({ persisted }) => persisted && fill())
for (const article of all(document, "article")) {
  const told = announcer()
  addCopyButtons(article, told)
  article.append(told.place)
}
for (const section of all(document, Part.Glossary)) enhanceGlossary(section)
for (const section of all(document, Part.Scene)) enhanceScene(section)
for (const section of all(document, Part.Huddle)) enhanceHuddle(section)
for (const bar of all(document, Part.Bar)) enhanceBar(bar, storeFor, fill)
for (const place of all(document, Part.Personal)) {
  place.append(
    el("p", { class: "hb-part", role: "heading", "aria-level": "3" }, say.title),
    ownWordsForm(storeFor, fill),
  )
}
