// The editor of a file: CodeMirror in a shadow root, where the page's policy lets it have its styles.
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands"
import { yaml } from "@codemirror/lang-yaml"
import { defaultHighlightStyle, defineLanguageFacet, Language, syntaxHighlighting } from "@codemirror/language"
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint"
import { EditorState } from "@codemirror/state"
import { EditorView, keymap, lineNumbers } from "@codemirror/view"
import { parser } from "@lezer/markdown"
import type { Problem } from "./request"

/** Markdown without the languages of the web, which pages don't hold and which weigh more than all the rest. */
const MARKDOWN = new Language(defineLanguageFacet(), parser)

const LOOK = EditorView.theme({
  "&": { fontSize: "0.8rem", border: "1px solid currentColor" },
  "&.cm-focused": { outline: "3px solid", outlineOffset: "1px" },
  ".cm-scroller": { overflow: "auto", fontFamily: "monospace", lineHeight: "1.5" },
  ".cm-gutters": { background: "transparent", color: "inherit" },
})

export interface Editor {
  readonly place: HTMLElement
  readonly text: () => string
  /** The line that the person is in, from 1. */
  readonly line: () => number
  readonly open: (path: string, text: string) => void
  /** Another text for the same file, which can be undone. */
  readonly replace: (text: string) => void
  readonly mark: (problems: readonly Problem[]) => void
  readonly goTo: (line: number) => void
}

/** An editor that tells when its text was changed by the person. */
export function editorFor(onChange: () => void): Editor {
  const place = document.createElement("div")
  // what is typed is nobody else's: from outside, the theme takes this for a box in which nothing is typed
  place.addEventListener("keydown", (event) => event.stopPropagation())
  const root = place.attachShadow({ mode: "open" })
  const view = new EditorView({ parent: root, root })

  function open(path: string, text: string): void {
    const language = path.endsWith(".md") ? MARKDOWN : yaml()
    const extensions = [
      lineNumbers(),
      history(),
      lintGutter(),
      language,
      syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": path }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange()
      }),
      keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
      LOOK,
    ]
    view.setState(EditorState.create({ doc: text, extensions }))
  }

  function mark(problems: readonly Problem[]): void {
    const diagnostics = problems.map(({ line, message, hint, notice }): Diagnostic => {
      const { from, to } = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines))
      return { from, to, severity: notice ? "info" : "error", message: `${message}. ${hint}` }
    })
    view.dispatch(setDiagnostics(view.state, diagnostics))
  }

  return {
    place,
    open,
    mark,
    text: () => view.state.doc.toString(),
    line: () => view.state.doc.lineAt(view.state.selection.main.head).number,
    replace: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    goTo: (line) => {
      const { from } = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines))
      view.dispatch({ selection: { anchor: from }, scrollIntoView: true })
      view.focus()
    },
  }
}
