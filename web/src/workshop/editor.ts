// The editor of a file: CodeMirror in a shadow root, where the page's policy lets it have its styles.
import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  completionKeymap,
} from "@codemirror/autocomplete"
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands"
import { yaml } from "@codemirror/lang-yaml"
import { defaultHighlightStyle, defineLanguageFacet, Language, syntaxHighlighting } from "@codemirror/language"
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint"
import { type ChangeSpec, Compartment, EditorState, type Text } from "@codemirror/state"
import { EditorView, keymap, lineNumbers } from "@codemirror/view"
import { parser } from "@lezer/markdown"
import { cleaned, cleanedYaml } from "./paste"
import type { Completion, LineFix, Problem } from "./request"

/**
 * Markdown without the languages of the web, which weigh more than all the rest, and without headings by the line below:
 * the head of a page would be one.
 */
const MARKDOWN = new Language(defineLanguageFacet(), parser.configure({ remove: ["SetextHeading"] }))

const LOOK = EditorView.theme({
  "&": { fontSize: "0.8rem", border: "1px solid currentColor" },
  "&.cm-focused": { outline: "3px solid", outlineOffset: "1px" },
  ".cm-scroller": { overflow: "auto", maxHeight: "70vh", fontFamily: "monospace", lineHeight: "1.5" },
  ".cm-gutters": { background: "transparent", color: "inherit" },
  ".cm-line span": { color: "inherit !important" }, // the colors of the highlighting are made for a light page
  ".cm-tooltip": { background: "var(--md-default-bg-color)", color: "var(--md-default-fg-color)" },
  ".cm-diagnosticAction": { minHeight: "24px", font: "inherit" },
})

export interface Editor {
  readonly place: HTMLElement
  readonly text: () => string
  /** The line that the person is in, from 1. */
  readonly line: () => number
  readonly open: (path: string, text: string) => void
  /** Takes no keys until the next file is open. */
  readonly hold: () => void
  /** Another text for the same file, which can be undone. The cursor stays where nothing around it changes. */
  readonly replace: (text: string) => void
  readonly fix: (fixes: readonly LineFix[]) => void
  readonly mark: (problems: readonly Problem[], fixes: readonly LineFix[]) => void
  readonly goTo: (line: number) => void
  readonly focus: () => void
}

/** An editor that tells when its text was changed by the person, and asks what could come next where they type. */
export function editorFor(
  onChange: () => void,
  complete: (line: number, column: number) => Promise<Completion>,
): Editor {
  const place = document.createElement("div")
  // what is typed is nobody else's: from outside, the theme takes this for a box in which nothing is typed
  place.addEventListener("keydown", (event) => event.stopPropagation())
  const root = place.attachShadow({ mode: "open" })
  const view = new EditorView({ parent: root, root })
  const hold = new Compartment()

  function open(path: string, text: string): void {
    const isPage = path.endsWith(".md")
    const extensions = [
      hold.of([]),
      lineNumbers(),
      history(),
      lintGutter(),
      isPage ? MARKDOWN : yaml(),
      syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": path, tabindex: "0" }), // the box around it scrolls, and is reached by it
      EditorView.clipboardInputFilter.of((words) => (isPage ? cleaned(words) : cleanedYaml(words))),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange()
      }),
      autocompletion({ override: [(context) => options(context, complete)], icons: false }),
      keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, ...lintKeymap]),
      LOOK,
    ]
    view.setState(EditorState.create({ doc: text, extensions }))
  }

  function fix(fixes: readonly LineFix[]): void {
    view.dispatch({ changes: fixes.map((each) => asChange(view.state.doc, each)) })
  }

  function mark(problems: readonly Problem[], fixes: readonly LineFix[]): void {
    const diagnostics = problems.map(({ line, message, hint, notice }): Diagnostic => {
      const { from, to } = lineAt(view.state.doc, line)
      const own = fixes.filter((each) => line >= each.line && line < each.line + Math.max(each.count, 1))
      const actions = own.map((each) => ({ name: "Fix it", apply: () => fix([each]) }))
      return { from, to, severity: notice ? "info" : "error", message: `${message}. ${hint}`, actions }
    })
    view.dispatch(setDiagnostics(view.state, diagnostics))
  }

  return {
    place,
    open,
    mark,
    fix,
    hold: () => view.dispatch({ effects: hold.reconfigure(EditorState.readOnly.of(true)) }),
    text: () => view.state.doc.toString(),
    line: () => view.state.doc.lineAt(view.state.selection.main.head).number,
    replace: (text) => view.dispatch({ changes: difference(view.state.doc.toString(), text) }),
    goTo: (line) => view.dispatch({ selection: { anchor: lineAt(view.state.doc, line).from }, scrollIntoView: true }),
    focus: () => view.focus(),
  }
}

async function options(
  context: CompletionContext,
  complete: (line: number, column: number) => Promise<Completion>,
): Promise<CompletionResult | null> {
  const line = context.state.doc.lineAt(context.pos)
  if (!context.explicit && !/[\w{(/#]$/.test(line.text.slice(0, context.pos - line.from))) return null
  const found = await complete(line.number, context.pos - line.from)
  return found.options.length ? { from: context.pos - found.length, options: found.options, filter: false } : null
}

function lineAt(doc: Text, line: number): { readonly from: number; readonly to: number } {
  return doc.line(Math.min(Math.max(line, 1), doc.lines))
}

/** A fix as a change of the text: lines put in have an end of their own, and lines taken out lose theirs. */
function asChange(doc: Text, { line, count, text }: LineFix): ChangeSpec {
  if (!count && line > doc.lines) return { from: doc.length, insert: `\n${text.join("\n")}` }
  const { from } = lineAt(doc, line)
  if (!count) return { from, insert: text.map((each) => `${each}\n`).join("") }
  const { to } = lineAt(doc, line + count - 1)
  return text.length ? { from, to, insert: text.join("\n") } : { from, to: Math.min(to + 1, doc.length) }
}

/** What is different, without what both begin and end with. */
function difference(before: string, after: string): ChangeSpec {
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) }
}
