// A table as text: commas, semicolons or tabs between the cells, some of them in quotes. Source: RFC 4180.

/** A row by the names of its columns, which are in lower case. */
export type Row = ReadonlyMap<string, string>

/** The rows of a table below its first line, which names the columns. */
export function rowsOf(text: string): Row[] {
  const [head = [], ...rows] = cellsOf(text.replace(/^\uFEFF/, ""))
  const names = head.map((name) => name.toLowerCase())
  return rows.map((cells) => new Map(names.map((name, at) => [name, cells[at] ?? ""])))
}

/** The value of the first column whose name has one of some words in it; the words go before each other in their order. */
export function cell(row: Row, words: readonly RegExp[]): string {
  for (const word of words) {
    const name = [...row.keys()].find((each) => word.test(each))
    if (name !== undefined) return row.get(name) ?? ""
  }
  return ""
}

function cellsOf(text: string): string[][] {
  const mark = markOf(text)
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const [value, next] = text[at] === '"' ? quoted(text, at) : bare(text, at, mark)
    row.push(value.trim())
    if (text[next] === mark) {
      at = next + 1
      if (at < text.length) continue
      row.push("") // nothing follows the last mark
    }
    rows.push(row)
    row = []
    at = next + (text.startsWith("\r\n", next) ? 2 : 1)
  }
  return rows.filter((cells) => cells.some(Boolean))
}

/** What stands between the cells: the mark that the first line has most of. */
function markOf(text: string): string {
  const line = text.split(/\r?\n/, 1)[0] ?? ""
  const count = (mark: string): number => line.split(mark).length
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

function bare(text: string, from: number, mark: string): [string, number] {
  let at = from
  while (at < text.length && text[at] !== mark && text[at] !== "\n" && !text.startsWith("\r\n", at)) at += 1
  return [text.slice(from, at), at]
}

/** A cell in quotes: two quotes in it stand for one. What follows up to the next mark or line is left out. */
function quoted(text: string, from: number): [string, number] {
  let value = ""
  let at = from + 1
  while (at < text.length) {
    if (text[at] !== '"') value += text[at]
    else if (text[at + 1] === '"') {
      value += '"'
      at += 1
    } else break
    at += 1
  }
  return [value, at + 1]
}
