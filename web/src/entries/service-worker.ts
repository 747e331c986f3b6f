// Becomes service-worker.js in the site's first folder; the build puts the list of files before it.
import { work } from "../offline/worker"

work()
