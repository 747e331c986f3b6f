// Runs on pages with phrases or a scene.
import { enhancePhrases } from "../blocks/phrases"
import { enhanceScene } from "../blocks/scene"
import { all } from "../dom"
import { Part } from "../page"

for (const section of all(document, Part.Phrases)) enhancePhrases(section)
for (const section of all(document, Part.Scene)) enhanceScene(section)
