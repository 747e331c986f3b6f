// Brings questions of another program: drafts to look at, with what is missing and what was lost, then into a file.
import { button, el, setText, status } from "../dom"
import type { Engine } from "./engine"
import { field, inWords, parsed } from "./field"
import type { Arrivals, Make } from "./request"

const KINDS = ".csv,.tsv,.xlsx,.gift,.txt,.xml,.json"
const FOLDER = "quizbank/items/"

/** The place to drop a file on. `make` puts the questions into a file of the bank, and opens it. */
export function bringing(engine: Engine, make: Make): HTMLElement {
  const said = status("hb-told")
  const outcome = el("div", { class: "hb-outcome" })
  const input = el("input", { type: "file", accept: KINDS })
  input.addEventListener("change", () => void read(input.files?.[0]))
  const about = "A spreadsheet (CSV or XLSX), GIFT, Aiken or Moodle XML. Choose the file, or drop it here."
  const form = el("div", { class: "hb-bench-form hb-drop" }, field(about, input))
  form.addEventListener("dragover", (event) => event.preventDefault())
  form.addEventListener("drop", (event) => {
    event.preventDefault()
    void read(event.dataTransfer?.files[0])
  })

  async function read(file: File | undefined): Promise<void> {
    if (!file) return
    outcome.replaceChildren()
    setText(said, `Reading ${file.name} …`)
    try {
      const content = new Uint8Array(await file.arrayBuffer())
      show((await engine.call("bring", { name: file.name }, content)).value as Arrivals)
    } catch (error) {
      setText(said, inWords(error))
    }
  }

  function show({ summary, topic, problems, drafts }: Arrivals): void {
    setText(said, summary)
    if (problems.length) outcome.append(listed("Missing, changed or lost", problems))
    if (!drafts.length) return
    const ticks = drafts.map(({ id, yaml }) => {
      const tick = el("input", { type: "checkbox", "aria-label": `Take ${id}` })
      tick.checked = true
      return { tick, yaml }
    })
    const entries = drafts.map((draft, at) => entry(draft, at + 1, ticks[at]?.tick ?? ""))
    const target = el("input", { type: "text", value: `${FOLDER}${topic}.yml`, autocomplete: "off" })
    const take = button("Put these questions into the file", async () => {
      const text = ticks.flatMap(({ tick, yaml }) => (tick.checked ? [yaml] : [])).join("\n")
      try {
        if (!text) throw new Error("Tick at least one question.")
        await make("add", { path: target.value.trim(), text })
      } catch (error) {
        setText(said, inWords(error))
      }
    })
    outcome.append(
      el("ol", { class: "hb-form-list" }, ...entries),
      field("Question file, new or existing", target),
      take,
    )
  }

  return el("details", {}, el("summary", {}, "Bring questions from another program"), form, said, outcome)
}

function entry({ id, html, problems }: Arrivals["drafts"][number], number: number, tick: Node | string): HTMLElement {
  const question = el("div", { class: "hb-paper" }, ...parsed(html))
  const wrong = problems.length ? [listed("To fill in or look at", problems)] : []
  return el("li", {}, el("label", {}, tick, ` Question ${number}: `, el("code", {}, id)), question, ...wrong)
}

function listed(words: string, lines: readonly string[]): HTMLElement {
  const entries = lines.map((line) => el("li", {}, line))
  return el("details", { open: "" }, el("summary", {}, `${words} (${lines.length})`), el("ul", {}, ...entries))
}
