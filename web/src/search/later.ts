// The index of the search is as large as all else that a page loads: it waits until the page is there.

const INDEX = "/search/search_index.json"

/** Makes requests for the index wait for the page's `load` event. The theme asks for it as soon as its script runs. */
export function holdIndex(requests: XMLHttpRequest): void {
  const { open, send } = requests
  const late = new WeakSet<XMLHttpRequest>()
  requests.open = function (this: XMLHttpRequest, ...how: unknown[]): void {
    if (String(how[1]).endsWith(INDEX)) late.add(this)
    Reflect.apply(open, this, how)
  }
  requests.send = function (this: XMLHttpRequest, body?: XMLHttpRequestBodyInit | null): void {
    const now = (): void => send.call(this, body)
    if (late.has(this) && document.readyState !== "complete")
      addEventListener("load", () => setTimeout(now), { once: true })
    else now()
  }
}
