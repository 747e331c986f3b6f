// What a page carries for the scripts, under the names that hooks/handbook gives it. Every script takes its names from
// here; a test holds that the pages of a built site have each of them.
import type { ItemVersion } from "./records"

/** The parts of a page that scripts look for, by their selectors. */
export enum Part {
  // Directives, by the class of their section
  Acknowledgment = ".hb-acknowledgment",
  Checklist = ".hb-checklist",
  Glossary = ".hb-glossary",
  Huddle = ".hb-huddle",
  Onboarding = ".hb-onboarding",
  Progress = ".hb-progress",
  Quiz = ".hb-quiz",
  Reports = ".hb-reports",
  Roster = ".hb-roster",
  Scene = ".hb-scene",
  Sheet = ".hb-sheet",
  Show = ".hb-show",
  Shortcuts = ".hb-shortcuts",
  Worksheet = ".hb-worksheet",
  TestTool = "[data-workshop=test]",
  EditTool = "[data-workshop=edit]",
  PocketTool = "[data-workshop=pocket]",
  ResultsTool = "[data-workshop=results]",

  // What is signed for, and who has to
  OnboardingList = "[data-list]",
  Reading = "[data-read]",
  Readings = ".hb-readings",
  Requests = ".hb-requests",
  Role = "[data-role]",

  // A package for a learning platform
  Package = "[data-scorm]",
  Sign = ".hb-sign",

  // Around every page
  CheckBy = "[data-check-by]",
  DueChip = ".hb-due-chip",
  Edition = "meta[name=handbook-edition]",
  Feedback = "p.hb-feedback",
  FeedbackLinks = "p.hb-feedback a",
  Opener = "[data-opens]",
  QuickLink = ".hb-quick",
  Command = ".hb-command",

  // The bar of a page that someone works from
  Bar = ".hb-task-bar",
  CheckSwitch = ".hb-check-switch",
  WhySwitch = ".hb-why-switch",

  // Lines to say
  Words = "q.hb-words",
  /** A gap that a reader's own words fill. */
  Own = "q.hb-words [data-mine]",
  /** Where these are entered on a page of their own. */
  Personal = ".hb-personal",
  /** A box with lines to say, by the id under which the reader's own sheet holds it. */
  WordBox = "[data-words]",
  /** The title of such a box on the reader's own sheet. */
  BoxTitle = ".hb-box-title",

  /** Links to choose from. */
  CardLink = ".hb-cards li > p:first-of-type > a",

  // A quick card, and what it shows step by step
  Card = ".hb-brief",
  Shown = ".hb-brief > .hb",
  Procedure = ".hb-procedure",
  Phrases = ".hb-phrases",
  List = ".hb-list",
  Table = ".hb-expectations",
  Reminder = "[data-remind]",
  /** What is of use only where it stands. */
  Screen = "button, .hb-row-link, .hb-source",
  Next = ".hb-next",

  // Parts of directives
  /** A box to tick, or a field. */
  Keyed = "[data-key]",
  Dialogue = ".hb-dialogue",
  Lessons = ".hb-lists",
  Letters = ".hb-letters",
  Narrowed = ".hb-kept",
  Note = ".hb-note",
  QuizEntry = "[data-of]",
  Quizzes = ".hb-quizzes",
  Round = ".hb-round",
  Today = ".hb-today",
  WithoutScript = ".hb-needs-script",

  // Parts of a quiz and of its questions
  Answer = "[data-answer]",
  Explanation = ".hb-explain",
  Hint = ".hb-hint",
  How = ".hb-how",
  Intro = ".hb-quiz-intro",
  Item = ".hb-item",
  Line = ".hb-line",
  Number = ".hb-number",
  Options = ".hb-options",
  Pairs = ".hb-pairs",
  Prompt = "[data-option]",
  Questions = ".hb-quiz-questions",
  Reasons = ".hb-reasons",
  References = ".hb-refs",
  Stem = ".hb-stem",
  Steps = ".hb-steps",
  Story = ".hb-story",
  Swaps = ".hb-equal",
  Targets = ".hb-targets",

  // What is right, and why
  Accepted = "[data-accept]",
  NearMiss = "[data-near]",
  RightOption = "[data-right]",
  RightPair = "[data-to]",
  RightStep = "[data-group]",
  Target = ".hb-target",
  Why = ".hb-why",
}

/** The data attributes that pages have, as scripts name them: `checkBy` is data-check-by. */
type Data =
  | "about"
  | "accept"
  | "advice"
  | "answer"
  | "asks"
  | "at"
  | "checkBy"
  | "checklist"
  | "content"
  | "county"
  | "day"
  | "days"
  | "edition"
  | "end"
  | "fingerprint"
  | "form"
  | "gap"
  | "go"
  | "group"
  | "hash"
  | "item"
  | "key"
  | "label"
  | "later"
  | "list"
  | "mail"
  | "mine"
  | "mode"
  | "near"
  | "of"
  | "opens"
  | "option"
  | "parts"
  | "pass"
  | "point"
  | "points"
  | "quiz"
  | "rating"
  | "read"
  | "records"
  | "remind"
  | "rev"
  | "right"
  | "role"
  | "score"
  | "scorm"
  | "seal"
  | "section"
  | "sheet"
  | "src"
  | "to"
  | "topics"
  | "type"
  | "where"
  | "words"
  | "worksheet"
  | "workshop"

/** An element, as far as it is read. */
type WithData = Pick<HTMLOrSVGElement, "dataset">
type Dataset = { readonly [Name in Data]?: string | undefined }

/** The classes that scripts give to what they make, for the style sheets. Some of them pages have, too. */
type Class =
  | "hb"
  | "hb-answer"
  | "hb-answer-about"
  | "hb-answer-copies"
  | "hb-answer-copy"
  | "hb-answer-group"
  | "hb-answer-kind"
  | "hb-answer-text"
  | "hb-answers"
  | "hb-bar"
  | "hb-bench"
  | "hb-bench-field"
  | "hb-bench-form"
  | "hb-bench-row"
  | "hb-work"
  | "hb-look"
  | "hb-beside"
  | "hb-blank"
  | "hb-button"
  | "hb-buttons"
  | "hb-certificate"
  | "hb-certificate-title"
  | "hb-changes"
  | "hb-check"
  | "hb-choice"
  | "hb-closing"
  | "hb-code"
  | "hb-copy"
  | "hb-done"
  | "hb-drop"
  | "hb-due"
  | "hb-feedback"
  | "hb-filter"
  | "hb-flag"
  | "hb-form-list"
  | "hb-go"
  | "hb-handle"
  | "hb-heard"
  | "hb-held"
  | "hb-hint"
  | "hb-icon"
  | "hb-in-test"
  | "hb-jump"
  | "hb-keep"
  | "hb-keeping"
  | "hb-kept-where"
  | "hb-label"
  | "hb-line"
  | "hb-list-title"
  | "hb-live"
  | "hb-marked"
  | "hb-mastery"
  | "hb-missed"
  | "hb-more"
  | "hb-more-tools"
  | "hb-move"
  | "hb-moves"
  | "hb-name"
  | "hb-new-edition"
  | "hb-note"
  | "hb-now"
  | "hb-on"
  | "hb-open"
  | "hb-outcome"
  | "hb-overdue"
  | "hb-own"
  | "hb-own-fields"
  | "hb-owner"
  | "hb-panel"
  | "hb-paper"
  | "hb-part"
  | "hb-pick"
  | "hb-plan"
  | "hb-pickable"
  | "hb-player"
  | "hb-progress-bar"
  | "hb-quiet"
  | "hb-quiz"
  | "hb-quiz-answers"
  | "hb-quiz-end"
  | "hb-quiz-intro"
  | "hb-quiz-questions"
  | "hb-receipt-form"
  | "hb-reply"
  | "hb-report"
  | "hb-result"
  | "hb-round"
  | "hb-score"
  | "hb-screen"
  | "hb-seal"
  | "hb-search"
  | "hb-search-close"
  | "hb-search-note"
  | "hb-search-nothing"
  | "hb-search-panel"
  | "hb-share"
  | "hb-sheet-boxes"
  | "hb-signature"
  | "hb-small"
  | "hb-stage"
  | "hb-stage-aside"
  | "hb-stage-bar"
  | "hb-stage-count"
  | "hb-stage-head"
  | "hb-stage-opener"
  | "hb-stage-over"
  | "hb-stage-running"
  | "hb-stage-setting"
  | "hb-stage-slide"
  | "hb-stage-time"
  | "hb-steps"
  | "hb-summary"
  | "hb-sure"
  | "hb-switch"
  | "hb-table"
  | "hb-timer"
  | "hb-told"
  | "hb-tool"
  | "hb-topic"
  | "hb-track"
  | "hb-trouble"
  | "hb-under-way"
  | "hb-verdict"
  | "hb-view"
  | "hb-warning"
  | "hb-weak"
  | "hb-weeks"

/** The theme's classes for a note. */
type Note = "admonition note" | "admonition-title"

/** The value of a class attribute: one or two of the classes that are known here. */
export type Classes = Class | `${Class} ${Class}` | "hb-button hb-tool hb-stage-opener" | Note | `${Note} ${Class}`

/** The theme's own parts of a page, by their selectors. */
export enum ThemePart {
  Header = ".md-header",
  HeaderTitle = ".md-header__title",
  Main = ".md-main",
  PageTitle = ".md-content h1",
  /** What scrolls beside the page: its menu and its contents. */
  Column = ".md-sidebar__scrollwrap",
  /** The entry of the page in the menu. */
  Entry = ".md-nav--primary a.md-nav__link--active",
  Contents = ".md-nav--secondary",
  /** The checkbox that opens a group of the menu. */
  Group = ".md-nav__toggle",
  /** The colors to choose from, each with a label that switches to the next. */
  Colors = ".md-option",
  /** What is chosen of texts under tabs. */
  Tab = "input[name^=__tabbed_]",
}

/** What the theme's attributes of colors begin with. */
export const THEME_COLOR = "data-md-color-"

/** The theme's names for its colors on a light screen and on a dark one. */
export enum ThemeScheme {
  Light = "default",
  Dark = "slate",
}

/** The classes by which the theme's style sheet draws where a reader is. */
export enum ThemeState {
  NoScript = "no-js",
  Active = "md-nav__link--active",
  Passed = "md-nav__link--passed",
  Raised = "md-header--shadow",
  TitleShown = "md-header__title--active",
}

/** The data attributes that scripts set, for the style sheets. */
export enum Mark {
  /** The digit that opens a card. */
  Digit = "data-digit",
  /** The entry that is next, the choice that was made, the question that is asked. */
  Current = "data-current",
  /** A story that has not come to its end. */
  GoingOn = "data-going-on",
  /** An option of the first round of a list that is cut down. */
  OnPaper = "data-kept",
  /** The head of a column, for a narrow screen. */
  Label = "data-label",
  /** The part that is printed alone: "filled" or "blank". */
  Printing = "data-printing",
  /** How large the letters of a printed sheet are: "large", "medium" or "small". */
  Size = "data-size",
  /** How a question stands: as a verdict, or "flag". */
  State = "data-state",
  /** Whether something is right: "right", "part", "wrong", or "other". */
  Verdict = "data-mark",
}

/** What a page says of a question. */
export interface Item {
  readonly version: ItemVersion
  readonly type: string
  readonly points: number
  /** What readers call what it is about. */
  readonly topics: readonly string[]
  /** The title of the section that answers it, where the page gives one. */
  readonly section: string
}

/** A question of a page with its answer. */
export interface Question {
  readonly item: Item
  readonly question: HTMLElement
  readonly answer: HTMLElement
}

/** What a page says of a quiz. */
export interface Quiz {
  /** The name of its saved answers; empty where they are not saved. */
  readonly name: string
  readonly test: boolean
  /** What its form codes begin with, and the six digits for its questions. */
  readonly form: string
  readonly content: string
  readonly edition: string
}

/** The value of a data attribute; empty where there is none. */
export function data(element: WithData | null | undefined, name: Data): string {
  return element?.dataset[name] ?? ""
}

/** The selector of the elements whose data attribute has this value. */
export function valued(name: Data, value: string): string {
  return `[data-${name}="${CSS.escape(value)}"]`
}

/** The entry of a list that stands for an option, by the option's permanent name. */
export function optionIn(inside: ParentNode, name: string): HTMLElement | null {
  return inside.querySelector<HTMLElement>(valued("option", name))
}

/** What a page says of a question; null when it is damaged. */
export function readItem(place: WithData): Item | null {
  const { item: id, rev, fingerprint, points, type = "", topics, section = "" }: Dataset = place.dataset
  const version = { id: id ?? "", rev: Number(rev), fingerprint: fingerprint ?? "" }
  const whole = id && fingerprint && version.rev > 0 && Number(points) >= 0
  return whole ? { version, type, points: Number(points), topics: topics ? topics.split("\n") : [], section } : null
}

/** The questions below an element that can be read and have their answer there. */
export function readQuestions(inside: ParentNode): Question[] {
  const all = (selector: string): HTMLElement[] => Array.from(inside.querySelectorAll<HTMLElement>(selector))
  const answers = new Map(all(Part.Answer).map((answer) => [data(answer, "answer"), answer]))
  return all(Part.Item).flatMap((question) => {
    const item = readItem(question)
    const answer = item && answers.get(item.version.id)
    return answer ? [{ item, question, answer }] : []
  })
}

/** What a page says of a quiz. What it leaves out is empty. */
export function readQuiz(section: WithData): Quiz {
  const { quiz: name = "", mode, form = "", content = "", edition = "" }: Dataset = section.dataset
  return { name, test: mode === "test", form, content, edition }
}
