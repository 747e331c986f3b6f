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

/** The running library. */
export class Engine {
  private readonly worker: Worker
  private readonly waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (reason: Error) => void }>()
  private calls = 0

  /** `script` is the worker's address, `parts` that of the folder with all that it loads. */
  constructor(
    script: string,
    private readonly parts: string,
    private readonly onProgress: Progress,
  ) {
    this.worker = new Worker(script, { type: "module" })
    this.worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => this.take(data))
    this.worker.addEventListener("error", (event) => this.failAll(event.message || "The worker can't be loaded."))
  }

  /** Loads everything and reads the handbook. */
  async start(): Promise<void> {
    await this.call("start", { parts: this.parts })
  }

  /** Asks the library; a file may go with it. Rejects with an Error whose message is for people. */
  call(name: string, request: unknown, file = new Uint8Array()): Promise<Answer> {
    const id = this.calls++
    this.worker.postMessage({ id, name, request: JSON.stringify(request), file } satisfies ToWorker)
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }))
  }

  /** Stops whatever is going on. */
  stop(): void {
    this.worker.terminate()
    this.failAll("Stopped.")
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

  private failAll(message: string): void {
    for (const { reject } of this.waiting.values()) reject(new Error(message))
    this.waiting.clear()
  }
}
