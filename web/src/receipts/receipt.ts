// A receipt: the lines in which someone confirms that they have read a state of the handbook. The library writes the same
// lines into the emails that are ready (hooks/handbook/model/receipts.py).

/** What someone confirms, and who it is. `reads` is the permanent name of what was read; `request` is empty for none. */
export interface Receipt {
  readonly answer: string
  readonly title: string
  readonly reads: string
  readonly edition: string
  readonly hash: string
  readonly request: string
  readonly name: string
  readonly number: string
  readonly date: string
}

export const HAVE_READ = "I have read it"
export const WILL_ASK = "I will read it and ask"

const NONE = "none"
const REPLACES = "any earlier receipt for the same pages"
const LABELS = [
  "Answer",
  "What",
  "Edition",
  "Hash of the pages",
  "Request to sign",
  "Replaces",
  "Name",
  "Employee number",
  "Date",
] as const

type Label = (typeof LABELS)[number]

/** The receipt as lines, each with its label. */
export function linesOf(receipt: Receipt): [Label, string][] {
  const { answer, title, reads, edition, hash, request, name, number, date } = receipt
  const values = [answer, `${title} [${reads}]`, edition, hash, request || NONE, REPLACES, name, number, date]
  return LABELS.map((label, at) => [label, values[at] ?? ""])
}

export function receiptText(receipt: Receipt): string {
  return linesOf(receipt)
    .map(([label, value]) => `${label}: ${value}\n`)
    .join("")
}

/** All receipts in a text: a file, or emails one after the other, quoted or with lines that a mail program broke. */
export function receiptsIn(text: string): Receipt[] {
  const receipts: Map<Label, string>[] = []
  let last: Label | undefined
  for (const line of decoded(text).split(/\r?\n/)) {
    const bare = line.replace(/^[>\s]+|\s+$/g, "")
    const label = LABELS.find((each) => bare.toLowerCase().startsWith(`${each.toLowerCase()}:`))
    if (label === "Answer") receipts.push(new Map())
    const receipt = receipts[receipts.length - 1]
    if (!receipt) continue
    if (label) receipt.set(label, bare.slice(label.length + 1).trim())
    else if (bare && last) receipt.set(last, `${receipt.get(last) ?? ""} ${bare}`.trim())
    last = label ?? (bare ? last : undefined)
  }
  return receipts.flatMap((fields) => receiptOf((label) => fields.get(label) ?? "") ?? [])
}

function receiptOf(get: (label: Label) => string): Receipt | null {
  const what = /^(.*)\[([a-z0-9-]+)\]/.exec(get("What"))
  const answer = [WILL_ASK, HAVE_READ].find((each) => get("Answer").toLowerCase().startsWith(each.toLowerCase()))
  if (!what || !answer) return null
  const request = get("Request to sign")
  return {
    answer,
    title: (what[1] ?? "").trim(),
    reads: what[2] ?? "",
    edition: get("Edition"),
    hash: get("Hash of the pages"),
    request: request === NONE ? "" : request,
    name: get("Name"),
    number: get("Employee number"),
    date: get("Date"),
  }
}

/** The text of a saved email whose lines are written as quoted-printable; any other text as it is. Source: RFC 2045. */
function decoded(text: string): string {
  if (!/^content-transfer-encoding:\s*quoted-printable/im.test(text)) return text
  const bytes = text.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/gi, (_, hex) => `%${hex}`)
  return bytes.replace(/(?:%[0-9A-F]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run
    }
  })
}

/** Whether a request was answered by a signature under another: the newer one counts. */
export function isAnswered(request: string, signed: string): boolean {
  return request.localeCompare(signed, "en", { numeric: true }) <= 0
}
