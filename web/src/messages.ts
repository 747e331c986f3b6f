// Every word that the scripts say.
import type { Report } from "./feedback/reports"
import type { FieldCounts } from "./worksheet/entries"

const number = (value: number): string => String(Math.round(value * 100) / 100)
const count = (value: number, one: string, many: string): string => `${value} ${value === 1 ? one : many}`

/** Things in a row: "one, two, and three". */
function inOneSentence(parts: readonly string[]): string {
  if (parts.length < 3) return parts.join(" and ")
  return `${parts.slice(0, -1).join(", ")}, and ${parts[parts.length - 1]}`
}

const ends: Readonly<Record<string, string>> = { good: "A good end", fair: "A fair end", poor: "A poor end" }

const percent = (got: number, of: number): string => `${Math.floor((100 * got) / of)}%`
const points = (got: number, of: number): string => `${number(got)} of ${count(of, "point", "points")}`

export const quiz = {
  check: "Check",
  advise: "Show advice",
  tryAgain: "Try again",
  startOver: "Start over",
  flag: "Flag for later",
  finish: "Finish and check all",
  retry: (missed: number): string => `Try the ${missed === 1 ? "one" : missed} you missed again`,
  right: "Right",
  wrong: "Not right",
  rightChosen: "Right, and you chose it",
  rightMissed: "Right, but you did not choose it",
  wrongChosen: "Not right, but you chose it",
  chooseOne: "Choose an answer first.",
  chooseSome: "Choose at least one answer first.",
  chooseEach: "Choose a letter for each entry first.",
  typeFirst: "Type your answer first.",
  reflectFirst: "Answer at least one first.",
  toTheEnd: "Go on to the end of the story first.",
  moveSteps: "Move the steps into the right order.",
  tellStory: "At each point, choose what you do.",
  goOn: "Go on",
  goTo: (point: string): string => `\u2192 go to ${point}`,
  back: "One step back",
  youChose: "You chose this: ",
  better: "You did not choose this: ",
  ratings: ["a poor choice", "a weak choice", "a good choice", "the best choice"],
  ends,
  keep: "Keep my answers to this question in this browser",
  reflected: "There is no right or wrong here, and it does not count.",
  changed: "This question was changed since you answered it. Please answer it again.",
  up: (step: string): string => `Move up: ${step}`,
  down: (step: string): string => `Move down: ${step}`,
  moved: (step: string, place: number, of: number): string => `Now at place ${place} of ${of}: ${step}`,
  atEnd: (step: string, place: number, of: number): string => `Already at place ${place} of ${of}: ${step}`,
  inPlace: "In its place",
  belongs: (places: readonly number[]): string => `Not here: it belongs at place ${places.join(" or ")}`,
  follows: (places: readonly number[]): string =>
    `Right after the step before it, but it belongs at place ${places.join(" or ")}`,
  goesWith: "Not right. It goes with: ",
  result(share: number, of: number, inPart: boolean): string {
    if (share >= 1) return "Right. Well done."
    const score = points(share * of, of)
    const verdict = share > 0 ? `Partly right: ${score}` : inPart ? `Not right as a whole: ${score}` : "Not right"
    return `${verdict}. The reasons stand above.`
  },
  intro: (questions: number): string =>
    `${count(questions, "question", "questions")}. Answer, then press Check. What you do is kept in this browser only.`,
  introTest: (questions: number): string =>
    `A test of ${count(questions, "question", "questions")}. You can change every answer until you finish; nothing is marked before. What you do is kept in this browser only.`,
  score: (got: number, of: number, checked: number, questions: number): string =>
    `${of ? `Score: ${points(got, of)}. ` : ""}${checked} of ${count(questions, "question", "questions")} checked.`,
  answered: (answered: number, questions: number): string =>
    `${answered} of ${count(questions, "question", "questions")} answered.`,
  flagged: "Flagged:",
  unanswered: "Not answered yet:",
  finishAgain: "To end all the same, press Finish again.",
  summary: "Your result",
  total: (got: number, of: number): string => `${points(got, of)}: ${percent(got, of)}.`,
  points,
  byTopic: "By topic",
  topic: (tag: string): string => tag.charAt(0).toUpperCase() + tag.slice(1).replace(/-/g, " "),
  readAgain: "Read again",
  code: "Form code",
  haveCode: "Use a form code",
  useCode: "Start with this code",
  noSuchCode: "This is not a code of this quiz.",
  otherContent: (edition: string): string =>
    `This code was made from other questions than those of this edition (${edition}).`,
  showTime: "Show the time",
  time: (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`,
  damaged: "Some of what was saved in this browser could not be read. It is set aside, and those questions start over.",
  unsaved: "This browser does not save your answers. They last until you leave the page.",
} as const

export const progress = {
  nothing: "You have not answered a question in this browser yet. Begin with one of the quizzes below.",
  notLoaded: "The questions could not be loaded, so the overview and the review are missing. Load this page again.",
  bySection: "What you practiced, the weakest section first",
  columns: ["Section", "Practiced", "Right the last time", "Due"],
  of: (some: number, all: number): string => `${some} of ${all}`,
  share: (share: number): string => percent(share, 1),
  untouched: "Not practiced yet:",
  weakest: "Look at these again",
  review: "Review what is due",
  begin: "Begin the review",
  due: (due: number): string =>
    `${count(due, "question is", "questions are")} due. A question comes back just before you would forget its answer.`,
  nextDue: (day: string): string => `Nothing is due today. The next question is due on ${day}.`,
  noneDue: "Nothing is due. Questions come here some days after you first answered them.",
  certificates: "Certificates",
  noCertificate: "When you have answered all questions of a quiz, you can print a certificate here.",
  finished: (title: string, day: string): string => `${title}, completed on ${day}`,
  makeCertificate: "Certificate",
  certificate: "Certificate of completion",
  completed: "has answered every question of this quiz of the handbook for self-study.",
  quiz: "Quiz",
  result: "Result of the first try",
  date: "Date",
  edition: "Edition of the handbook",
  checkCode: "Check code",
  typeName: "Type a name above",
  noProof:
    "Made in the browser of the person named, without supervision. It proves neither who answered nor that nobody helped. The check code shows only that the lines above were not changed.",
  name: "Name",
  nameHere: "Name, for the certificate only",
  print: "Print",
  close: "Close",
  check: "Compare",
  checkCertificate: "Compare the check code of a certificate",
  codeFits: "The check code fits these lines.",
  codeDiffers: "The check code does not fit these lines.",
  storage: "What this browser keeps",
  save: "Save my progress as a file",
  take: "Take in a file saved before",
  fileName: "handbook-progress.json",
  saved: "The file is in your downloads.",
  noSuchFile: "This file has no handbook progress in it. Nothing has changed.",
  kinds: {
    answer: ["answer", "answers"],
    practice: ["practice record", "practice records"],
    finish: ["finished quiz", "finished quizzes"],
    aside: ["entry that was set aside", "entries that were set aside"],
    other: ["entry", "entries"],
  },
  outcomes: {
    added: (what: string): string => `Taken: ${what}.`,
    newer: (what: string): string => `Taken in place of older ones: ${what}.`,
    same: (what: string): string => `Already here: ${what}.`,
    older: (what: string, many: boolean): string => `Left: ${what}, because ${many ? "yours are" : "yours is"} newer.`,
    version: (what: string): string => `Left: ${what}, because the questions have changed since.`,
    damaged: (what: string, many: boolean): string =>
      `Left: ${what}, because ${many ? "they" : "it"} could not be read.`,
    unsaved: (what: string): string => `Not saved: ${what}, because this browser has no room.`,
  },
  amount: count,
  inOneSentence,
  emptyFile: "There is no progress in this file yet.",
  aside: (entries: number): string =>
    `Set aside in this browser: ${count(entries, "entry", "entries")} that could not be read, or that belong${entries === 1 ? "s" : ""} to an older version of a question. ${entries === 1 ? "It goes" : "They go"} into the file that you save.`,
  quizzes: "All quizzes",
} as const

export const forgetting = {
  button: "Forget me on this computer",
  confirm: "Remove all answers, ticks and notes that the handbook keeps in this browser? This cannot be undone.",
  result: "Everything that the handbook kept in this browser is removed.",
} as const

export const checklist = {
  more: "Print, or forget what is saved",
  storage: "Your ticks are saved in this browser on this computer. They are sent to nobody.",
  print: "Print as ticked",
  printBlank: "Print empty",
  reset: "Reset",
  undo: "Undo reset",
  progress: (ticked: number, of: number): string => `${ticked} of ${of} done`,
  damaged:
    "Some of the ticks saved in this browser could not be read. They are missing here, but they are not deleted.",
  unsaved: "This browser does not save the ticks. They last until you leave the page.",
} as const

export const shortcuts = {
  on: "Keys /, Q and 1 to 9 are on (kept in this browser)",
} as const

export const search = {
  nothing: "No page has these words. Try another word for it, or a shorter one.",
  similar: (words: readonly string[]): string =>
    `No page has ${words.map((word) => `“${word}”`).join(" or ")}. These have a word like it.`,
  quick: "Or open the quick cards: ten moments, one screen each",
} as const

export const scene = {
  byLine: "Read line by line",
  next: "Next line",
  whole: "Show the whole scene",
} as const

export const worksheet = {
  storage: "What you type is saved as you type, in this browser on this computer. It is sent to nobody.",
  print: "Print as filled in",
  printBlank: "Print empty",
  save: "Save as a file",
  open: "Open a saved file",
  clear: "Clear the sheet",
  undo: "Undo clearing",
  fileName: (id: string): string => `${id}.json`,
  saved: "The file is in your downloads.",
  undoOpening: "Undo opening",
  opened({ fresh, replaced, same, damaged, other }: FieldCounts): string {
    const fields = (some: number): string => count(some, "field", "fields")
    const instead = replaced ? `, ${replaced} of them in place of what you had here` : ""
    return [
      fresh ? `Taken: ${fields(fresh)}${instead}.` : "There is nothing new in this file.",
      same ? `Already here: ${fields(same)}.` : "",
      damaged ? `Left: ${fields(damaged)}, because ${damaged === 1 ? "it" : "they"} could not be read.` : "",
      other ? `Not in the file, and kept: ${fields(other)}.` : "",
    ]
      .filter(Boolean)
      .join(" ")
  },
  otherFile: "This file is not from this worksheet. Nothing has changed.",
  damaged:
    "Some of what this browser had saved for this sheet could not be read, so those fields start empty. It is not deleted.",
  unsaved: "This browser does not save what you type. Save it as a file before you leave the page.",
  round: (at: number, rounds: number, to: number, ticks: number): string =>
    `Round ${at} of ${rounds}: tick ${to}. ${ticks} of ${to} ticked.`,
  full: (to: number): string => `You have ticked ${to}. Untick one to tick another.`,
  goOn: (to: number): string => `Keep these, and go on to ${to}`,
  back: (to: number): string => `Back to ${to}`,
  narrowed: (choices: readonly string[]): string => `You have chosen: ${choices.join(", ")}.`,
} as const

export const words = {
  copy: "Copy",
  done: "Copied",
  copyThis: (verb: string, text: string): string => `${verb}: ${text}`,
  copied: "Copied. Paste it where you need it.",
  notCopied: "This browser does not allow copying. Select the words instead.",
  title: "Your name in lines to say",
  about:
    "Lines to say show what you enter here, on the screen, copied and printed. It stays in this browser on this computer and is sent to nobody.",
  fields: { name: "Your name", office: "Your office", number: "Your number" },
  remove: "Remove all three",
  removed: "Removed. Lines to say are as they were.",
  damaged: "What this browser had kept here could not be read. It is set aside.",
  unsaved: "This browser does not save this. It lasts until you leave the page.",
} as const

export const bar = {
  copy: "Copy all",
  copied: "Copied all",
  print: "Print",
  printNow: "Print now",
  sheet: "My sheet",
  sheetAdd: "My sheet: add this page",
  sheetOn: "My sheet: this page is on it",
  onSheet: "On my sheet from this page",
  openSheet: "Open my sheet",
  name: "My name",
  label: "This page",
  notKept: "This browser does not save anything, so it can't keep a sheet.",
} as const

export const sheet = {
  empty:
    "Nothing is on your sheet yet. Open a page with lines to say and press “My sheet”, or choose from the list below.",
  print: "Print my sheet",
  copy: "Copy all words",
  clear: "Clear my sheet",
  undo: "Undo",
  fits: "This prints on one page.",
  tooMuch: "This is more than one page. Remove something to make it fit.",
  choose: "Choose from all pages",
  up: (title: string): string => `Move up: ${title}`,
  down: (title: string): string => `Move down: ${title}`,
  remove: (title: string): string => `Remove: ${title}`,
  moved: (title: string, place: number, of: number): string => `Now at place ${place} of ${of}: ${title}`,
  gone: "This box is no longer in the handbook.",
  notLoaded: "The lines to say could not be loaded. Load this page again.",
  damaged: "Part of your sheet could not be read. It is set aside.",
  unsaved: "This browser does not save anything, so it can't keep a sheet.",
} as const

const clockTime = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`

export const stage = {
  open: "Full screen",
  close: "Close",
  next: "Next",
  back: "Back",
  done: "Done",
  count: (at: number, of: number): string => `${at} of ${of}`,
  step: (at: number, of: number): string => `Step ${at} of ${of}.`,
  remind: "Remind me after",
  less: "30 seconds less",
  more: "30 seconds more",
  start: "Start the timer",
  stop: "Stop the timer",
  understood: "OK",
  clock: clockTime,
  left: (seconds: number): string => `${clockTime(seconds)} left`,
  soon: "The time is nearly up.",
  over: (seconds: number): string =>
    seconds % 60
      ? `${clockTime(seconds)} is over. Go back now.`
      : seconds === 60
        ? "1 minute is over. Go back now."
        : `${seconds / 60} minutes are over. Go back now.`,
} as const

export const offline = {
  newEdition: "A new edition of this handbook is out.",
  reload: "Reload",
  later: "Not now",
} as const

export const feedback = {
  question: "Was this helpful?",
  answer: (helpful: boolean): string => (helpful ? "Yes" : "No"),
  kept: "Thank you. It is kept in this browser only. To let us know, copy the report or email it.",
  ask: (helpful: boolean): string => (helpful ? "What helped? (optional)" : "What should be different? (optional)"),
  copy: "Copy report",
  email: "Email it",
  form: "Open the form",
  remove: "Remove",
  removeThis: (title: string): string => `Remove: ${title}`,
  removed: "Removed.",
  copied: "Copied. Paste it into a message to us.",
  notCopied: "This browser does not allow copying.",
  none: "You have not answered “Was this helpful?” on any page in this browser.",
  copyAll: "Copy all",
  emailAll: "Email all",
  removeAll: "Remove all",
  verdict: (helpful: boolean): string => (helpful ? "Helpful: yes." : "Helpful: no."),
  report: ({ title, address, part, edition, helpful, note }: Report): string =>
    [
      `Page: ${title}`,
      `Address: ${address}`,
      ...(part && part !== title ? [`Part: ${part}`] : []),
      ...(edition ? [`Edition: ${edition}`] : []),
      feedback.verdict(helpful),
      ...(note ? [note] : []),
    ].join("\r\n"),
  damaged: "What was kept about this page could not be read. It is set aside.",
  unsaved: "This browser does not save this. Copy the report before you leave the page.",
} as const
