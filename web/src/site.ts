// Where the site is: two handbooks on one host, or in two folders of a disk, keep their things apart by it.
import { type StorageProblem, type Store, storeIn } from "./store"

/** Gives what this browser keeps of the site; what is wrong with it goes to a function. */
export type StoreFor = (onProblem: (problem: StorageProblem) => void) => Store

/** The address of the script that runs now. To be asked while it first runs. */
export function scriptAddress(): string {
  const script = document.currentScript
  return script && "src" in script ? script.src : ""
}

/** The path of the site's first folder, from the address of a script in its assets/javascripts/. */
export function sitePath(script: string): string {
  return new URL("../../", script).pathname
}

/** The records of the site that a script of this address runs in. */
export function siteStore(script: string): StoreFor {
  return (onProblem) => storeIn(() => localStorage, sitePath(script), onProblem)
}
