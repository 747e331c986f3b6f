// Runs on the page of the first weeks of a new employee.
import { all } from "../dom"
import { enhanceOnboarding } from "../onboarding/onboarding"
import { Part } from "../page"
import { scriptAddress, sitePath, siteStore } from "../site"

const here = scriptAddress()
for (const section of all(document, Part.Onboarding)) enhanceOnboarding(section, sitePath(here), siteStore(here))
