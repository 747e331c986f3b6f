// Where the site is: two handbooks on one host, or in two folders of a disk, keep their things apart by it.

/** The address of the script that runs now. To be asked while it first runs. */
export function scriptAddress(): string {
  return (document.currentScript as HTMLScriptElement).src
}

/** The path of the site's first folder, from the address of a script in its assets/javascripts/. */
export function sitePath(script: string): string {
  return new URL("../../", script).pathname
}
