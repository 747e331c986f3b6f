// Runs on the page where readers say that they have read.
import { all } from "../dom"
import { Part } from "../page"
import { enhanceAcknowledgment } from "../receipts/acknowledgment"
import { scriptAddress, siteStore } from "../site"

const storeFor = siteStore(scriptAddress())
for (const section of all(document, Part.Acknowledgment)) enhanceAcknowledgment(section, storeFor)
