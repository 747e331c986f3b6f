// Goes before the theme's search: lets it ask again for mistyped words, and lets it work where pages are opened as files: there a worker may not be made of a file, a frame may.
// The theme asks for it by this name. Nothing is written into the frame but the address of the worker's script, so that
// a page's Content-Security-Policy needs no exception.

import { Asking, SIMILAR } from "../search/again"
import { holdIndex } from "../search/later"

/** The scope of the worker's script: the frame's window, with what a worker has and a window has not. */
type Scope = Window & { postMessage: unknown; importScripts: unknown }

const tell = (similar: readonly string[]): boolean => dispatchEvent(new CustomEvent(SIMILAR, { detail: similar }))

class FrameWorker extends EventTarget {
  onmessage: ((event: MessageEvent) => void) | null = null
  private readonly frame = document.createElement("iframe")
  private readonly ready: Promise<void>
  private readonly asking = new Asking(tell)

  constructor(address: string) {
    super()
    this.frame.hidden = true
    document.body.append(this.frame)
    const scope = this.frame.contentWindow as Scope
    const load = (url: string): Promise<void> =>
      new Promise((loaded, failed) => {
        const script = scope.document.createElement("script")
        script.onload = () => loaded()
        script.onerror = failed
        script.src = url
        scope.document.body.append(script)
      })
    scope.postMessage = (data: unknown) => this.tell(data)
    scope.importScripts = (...urls: string[]) =>
      urls.reduce((before, url) => before.then(() => load(new URL(url, address).href)), Promise.resolve())
    this.ready = load(address)
  }

  postMessage(data: unknown): void {
    this.asking.sees(data)
    this.send(data)
  }

  private send(data: unknown): void {
    void this.ready.then(() => this.frame.contentWindow?.dispatchEvent(new MessageEvent("message", { data })))
  }

  terminate(): void {
    this.frame.remove()
  }

  private tell(data: unknown): void {
    const again = this.asking.again(data)
    if (again) {
      this.send(again)
      return
    }
    const event = new MessageEvent("message", { data })
    this.dispatchEvent(event)
    this.onmessage?.(event)
  }
}

class ServedWorker extends Worker {
  private readonly asking = new Asking(tell)

  constructor(address: string | URL, options?: WorkerOptions) {
    super(address, options)
    this.addEventListener("message", (event: MessageEvent) => {
      const again = this.asking.again(event.data)
      if (!again) return
      event.stopImmediatePropagation() // nobody listened before
      super.postMessage(again)
    })
  }

  override postMessage(data: unknown): void {
    this.asking.sees(data)
    super.postMessage(data)
  }
}

if (location.protocol === "file:") Object.assign(window, { IFrameWorker: FrameWorker, Worker: FrameWorker })
else window.Worker = ServedWorker
holdIndex(XMLHttpRequest.prototype)
