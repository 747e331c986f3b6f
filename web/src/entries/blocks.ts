// Runs on pages with phrases, a scene or the glossary.
import { enhanceGlossary } from "../blocks/glossary"
import { enhancePhrases } from "../blocks/phrases"
import { enhanceScene } from "../blocks/scene"
import { all } from "../dom"
import { Part } from "../page"

for (const section of all(document, Part.Glossary)) enhanceGlossary(section)
for (const section of all(document, Part.Phrases)) enhancePhrases(section)
for (const section of all(document, Part.Scene)) enhanceScene(section)
