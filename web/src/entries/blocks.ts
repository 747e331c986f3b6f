// Runs on pages with phrases or a scene.
import { enhancePhrases } from "../blocks/phrases"
import { enhanceScene } from "../blocks/scene"
import { all } from "../dom"

for (const section of all(document, ".hb-phrases")) enhancePhrases(section)
for (const section of all(document, ".hb-scene")) enhanceScene(section)
