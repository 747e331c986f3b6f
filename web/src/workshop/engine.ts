// The library in a worker of its own: started once, asked by calls, stopped at any time.

/** What comes back from a call: its answer, and the file that comes with it, if any. */
export interface Answer {
  readonly value: unknown
  readonly content: Uint8Array<ArrayBuffer>
}

/** What the worker sends: how far it is, or the answer to a call. */
export type FromWorker =
  | { readonly kind: "progress"; readonly step: string; readonly loaded: number; readonly total: number }
  | { readonly kind: "answer"; readonly id: number; readonly value: string; readonly content: Uint8Array<ArrayBuffer> }
  | { readonly kind: "failure"; readonly id: number; readonly message: string }

/** What the page sends. Call 0 starts the engine. */
export interface ToWorker {
  readonly id: number
  readonly name: string
  readonly request: string
  readonly file: Uint8Array<ArrayBuffer>
}

export type Progress = (step: string, loaded: number, total: number) => void

/** What a call that was stopped says. */
export const STOPPED = "Stopped."

/** The running library. Stopped, it starts again with the next call; what it knew by then is gone. */
export class Engine {
  /** Whoever waits for it sets this. */
  onProgress: Progress = () => {}
  /** Whether it was stopped at any time. */
  wasStopped = false
  private worker: Worker | null = null
  private ready: Promise<void> | null = null
  private readonly waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (reason: Error) => void }>()
  private calls = 0

  /** `script` is the worker's address, `parts` that of the folder with all that it loads. */
  constructor(
    private readonly script: string,
    private readonly parts: string,
  ) {}

  /** Loads everything and reads the handbook, unless that is done. */
  async start(): Promise<void> {
    this.ready ??= this.load()
    await this.ready
  }

  /** Asks the library; a file may go with it. Rejects with an Error whose message is for people. */
  async call(name: string, request: unknown, file = new Uint8Array()): Promise<Answer> {
    await this.start()
    return this.ask(name, request, file)
  }

  /** Stops whatever is going on. */
  stop(): void {
    this.wasStopped = true
    this.end(STOPPED)
  }

  private async load(): Promise<void> {
    const worker = new Worker(this.script, { type: "module" })
    worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => this.take(data))
    worker.addEventListener("error", (event) => this.end(event.message || "The worker can't be loaded."))
    this.worker = worker
    try {
      await this.ask("start", { parts: this.parts })
    } catch (error) {
      if (worker === this.worker) this.end(STOPPED)
      throw error
    }
  }

  private ask(name: string, request: unknown, file = new Uint8Array()): Promise<Answer> {
    const id = this.calls++
    return new Promise((resolve, reject) => {
      if (!this.worker) return reject(new Error(STOPPED))
      this.waiting.set(id, { resolve, reject })
      this.worker.postMessage({ id, name, request: JSON.stringify(request), file } satisfies ToWorker)
    })
  }

  private take(message: FromWorker): void {
    if (message.kind === "progress") {
      this.onProgress(message.step, message.loaded, message.total)
      return
    }
    const call = this.waiting.get(message.id)
    this.waiting.delete(message.id)
    if (message.kind === "failure") call?.reject(new Error(message.message))
    else call?.resolve({ value: JSON.parse(message.value), content: message.content })
  }

  private end(message: string): void {
    this.worker?.terminate()
    this.worker = this.ready = null
    const calls = [...this.waiting.values()]
    this.waiting.clear()
    for (const { reject } of calls) reject(new Error(message))
  }
}
