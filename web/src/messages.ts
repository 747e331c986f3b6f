// Every word that the scripts say, but for those of a quiz and of a package (quiz/messages.ts, scorm/messages.ts) and of the
// workshop, whose tools say them where they are needed.
import type { Report } from "./feedback/reports"
import type { FieldCounts } from "./worksheet/entries"

const number = (value: number): string => String(Math.round(value * 100) / 100)
export const count = (value: number, one: string, many: string): string => `${value} ${value === 1 ? one : many}`

/** Things in a row: "one, two, and three". */
function inOneSentence(parts: readonly string[]): string {
  if (parts.length < 3) return parts.join(" and ")
  return `${parts.slice(0, -1).join(", ")}, and ${parts[parts.length - 1]}`
}

export const percent = (got: number, of: number): string => `${Math.floor((100 * got) / of + 1e-9)}%`
const points = (got: number, of: number): string => `${number(got)} of ${count(of, "point", "points")}`

export const due = {
  due: (questions: number): string => `${questions} due`,
  minutes: (minutes: number): string => ` \u00b7 ${minutes} min`,
} as const

export const huddle = {
  print: "Print this huddle",
} as const

export const onboarding = {
  bar: "How much of the path is done",
  progress: (ticks: number, boxes: number, passed: number, quizzes: number): string =>
    `${ticks} of ${count(boxes, "item", "items")} done${quizzes ? `, ${passed} of ${count(quizzes, "quiz", "quizzes")} passed` : ""}.`,
  list: (ticks: number, boxes: number): string => `${ticks} of ${boxes} done`,
  notYet: "Not finished in this browser yet.",
  passed: (got: number, of: number): string => `Passed: ${percent(got, of || 1)}.`,
  toPass: (got: number, of: number, mark: number): string =>
    `${percent(got, of || 1)}. To pass, you need ${mark}%. Press Start over at the end of the quiz.`,
  print: "Print the lists, with lines to sign",
  certificate: "Make the certificate",
  toCertificate: "When you've passed all of these quizzes in this browser, you can make a certificate here.",
  title: "Certificate of completion",
  sentence: "has passed every quiz of this path of the customer service handbook.",
  kind: "Path",
  result: (quizzes: number): string => `${count(quizzes, "quiz", "quizzes")} passed`,
} as const

export const acknowledgment = {
  what: "What did you read?",
  last: "Date of the edition you signed last, if you know it",
  answer: "Your answer",
  name: "Your name",
  number: "Employee number, if your county asks for it",
  email: "Open the email",
  save: "Save as a file",
  print: "Print to sign",
  all: "Everything you can sign for",
  about:
    "Your name goes only into the email, the file or the printout. This browser remembers which text you signed for, so it can tell you what has changed.",
  before: (day: string, edition: string): string => `On ${day}, you signed edition ${edition} in this browser.`,
  same: "It hasn't changed since, so you don't have to sign again.",
  small: "The changes since then are small, so you don't have to sign again.",
  nothing: "Nothing has changed since then, so you don't have to sign again.",
  again: "Please read what has changed, and sign again. The reason:",
  changed: "These pages have changed:",
  first: "If you haven't signed before, read all of it.",
  unknown: "This copy of the handbook doesn't know when its pages changed. Read all of it.",
  noAnswer: "Choose your answer first.",
  noName: "Type your name first.",
  subject: (title: string, name: string): string => `Handbook receipt: ${title}, ${name}`,
  emailed: "Your email program opens with the receipt. Send it from there.",
  fileName: (name: string, day: string): string =>
    `receipt-${
      name
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, "-")
        .replace(/^-|-$/g, "") || "handbook"
    }-${day}.txt`,
  saved: "The receipt is in your downloads. Give it to HR.",
  sheet: "Handbook receipt",
  signature: "Signature",
  signedOn: "Date",
  noTest: "This is a receipt. It shows which text you were given and what you answered. It isn't a test.",
  damaged: "What this browser remembered of your last signature couldn't be read.",
  unsaved: "This browser can't remember what you signed. The receipt itself is fine.",
} as const

export const roster = {
  list: "List of staff (CSV)",
  listNote: "The first line names the columns: name or number, role, and start date and email if you have them.",
  files: "Receipts (files or saved emails), or a report from your learning platform (CSV)",
  filesNote: "You can choose many at once.",
  report: "A learning platform's report is about",
  pasted: "Or paste the emails here",
  match: "See who hasn't signed",
  private: "Nothing leaves this page. When you close it, the list and the receipts are gone from it.",
  noList: "Choose your list of staff first.",
  noColumns: (file: string): string =>
    `${file} can't be read as a list of staff. Its first line should name the columns, such as: name,role,start`,
  read: (people: number, receipts: number): string =>
    `${count(people, "person", "people")} and ${count(receipts, "receipt", "receipts")} read.`,
  empty: (files: readonly string[]): string => `No receipt in: ${files.join(", ")}.`,
  summary: (signed: number, all: number): string =>
    `${signed} of ${count(all, "person", "people")} ${signed === 1 ? "has" : "have"} signed everything or ${signed === 1 ? "has" : "have"} time left.`,
  role: (role: string, open: number, all: number): string =>
    open
      ? `${role}: ${open} of ${all} still ${open === 1 ? "has" : "have"} something to sign`
      : `${role}: nothing left to sign`,
  columns: ["Who", "What is missing"],
  reasons: {
    never: "no receipt",
    again: "has to sign again",
    ask: "will read it and ask",
    later: "not yet, but there's still time",
  },
  mail: "Email a reminder",
  copyText: "Copy the reminder",
  copied: "Copied.",
  notCopied: "This browser doesn't let the page copy. Select the text in the email instead.",
  noAddresses: "Not everyone on the list has an email address. Add the others in your email program.",
  subject: "Reminder: please read and sign the customer service handbook",
  reminder: (titles: readonly string[], where: string): string =>
    `Hello,\n\nWe don't have your receipt yet for these parts of the customer service handbook:\n\n${titles.map((title) => `- ${title}\n`).join("")}\nPlease read them, or what has changed in them since you last signed. Then sign here: ${where}\n\nIf you have a question first, choose "I will read it and ask" there.\n\nThank you.\n`,
  strangers: "People whose role isn't in the list of roles",
  unmatched: "Receipts from people who aren't on the list, or whose name appears on it twice",
  noName: "(no name)",
  saveList: "Save the list of what's missing",
  fileName: "who-has-not-signed.csv",
  tableHead: ["Name", "Number", "Role", "What", "Why"],
} as const

export const progress = {
  firstPlan: (questions: number, minutes: number): string =>
    `Start with ${count(questions, "question", "questions")}, about ${count(minutes, "minute", "minutes")}.`,
  plan: (due: number, fresh: number, minutes: number): string =>
    `Today: ${[due && `${due} due`, fresh && `${fresh} new`].filter(Boolean).join(" and ")}, about ${count(minutes, "minute", "minutes")}.`,
  done: "Done for today.",
  canWait: (due: number): string =>
    `${count(due, "more question is", "more questions are")} due, but can wait until tomorrow.`,
  start: "Start",
  go: "Continue",
  more: (questions: number): string => `Practice ${questions} more`,
  weeks: (weeks: number, isOn: boolean): string =>
    isOn
      ? weeks > 1
        ? `You've practiced ${weeks} weeks in a row.`
        : ""
      : `You practiced ${weeks > 1 ? `${weeks} weeks in a row` : "last week"}. Practice this week to make it ${weeks + 1} in a row.`,
  notLoaded: "The questions could not be loaded, so the overview and the review are missing. Load this page again.",
  bySection: "What you know by section, the weakest first",
  columns: ["Section", "Right the last time", "Practiced", "Due"],
  of: (some: number, all: number): string => `${some} of ${all}`,
  share: (share: number): string => percent(share, 1),
  untouched: "Not practiced yet:",
  gain: (questions: number, first: number, latest: number): string =>
    `${count(questions, "question has", "questions have")} come back so far: ${first} right on the first try, ${latest} on the latest.`,
  wasSure: (questions: number, right: number): string =>
    `You were sure of ${count(questions, "answer", "answers")}, and ${right} ${right === 1 ? "was" : "were"} right.`,
  sureAndWrong: "You were sure, but not right",
  askSure: "Before every answer, ask me how sure I am. It shows where I'm sure and wrong.",
  weakest: "Look at these again",
  review: "Today's questions",
  comesBack: "A question comes back just before you would forget its answer.",
  nextDue: (day: string): string => `Nothing is due today. The next question is due on ${day}.`,
  noneDue:
    "The questions come from the whole handbook. Your answers stay in this browser, and every question comes back just before you would forget its answer.",
  certificates: "Certificates",
  noCertificate:
    "When you've answered every question of a quiz, you can print a certificate or a record of practice here.",
  finished: (title: string, day: string, share: string): string => `${title}, completed on ${day}: ${share}`,
  toEarn: (mark: number): string =>
    `${mark}% or more earns a certificate. To try again, press Start over at the end of the quiz.`,
  makeCertificate: "Certificate",
  certificate: "Certificate of completion",
  record: "Record of practice",
  completed: "has passed this quiz of the customer service handbook.",
  practiced: "has practiced with every question of this quiz of the customer service handbook.",
  quiz: "Quiz",
  firstResult: "Result of the first try",
  result: (got: number, of: number): string => (of ? `${percent(got, of)} (${points(got, of)})` : points(got, of)),
  signature: "Supervisor's signature",
  signedOn: "Date",
  date: "Date",
  edition: "Edition of the handbook",
  checkCode: "Check code",
  typeName: "Type a name above",
  noProof:
    "Made in the browser of the person named, without supervision. It proves neither who answered nor that nobody helped. The check code only shows that the lines above weren't changed.",
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

export const overdue = {
  title: "This page waits for its next check",
  about: (day: string): string =>
    `The yearly or half-yearly check of this page was due on ${day}. Most of it will still be right. If much depends on it, ask your supervisor.`,
} as const

export const forgetting = {
  button: "Forget me on this computer",
  confirm: "Remove all answers, ticks, notes and drafts that the handbook keeps in this browser? This can't be undone.",
  result: "Everything the handbook kept about you in this browser is removed.",
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

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(" or ")

export const command = {
  label: "Search the handbook",
  placeholder: "Try “hold” or “interpreter”",
} as const

export const search = {
  close: "Close",
  answers: "Answers",
  kinds: {
    recent: "Recent",
    needed: "Needed most",
    say: "Say",
    steps: "Steps",
    card: "Card",
    checklist: "Checklist",
    term: "Term",
    quiz: "Quiz",
    page: "Pages",
  },
  count: (answers: number, query: string): string =>
    query
      ? answers
        ? count(answers, "answer", "answers")
        : `Nothing found for “${query}”`
      : count(answers, "suggestion", "suggestions"),
  similar: (word: string, others: readonly string[]): string => `No page has “${word}”. These have ${quoted(others)}.`,
  unknown: (words: readonly string[]): string => `No page has ${quoted(words)}.`,
  nothing: (query: string): string => `Nothing found for “${query}”. Try another word for it, or fewer words.`,
  near: "Did you mean: ",
  ask: "Or ask someone:",
  contacts: "contacts and phone numbers",
  tell: "Tell HR what you looked for",
  kept: "Kept in this browser until you send it:",
  report: (queries: readonly string[]): string =>
    `I looked for this in the handbook and found nothing:\n${queries.map((query) => `- ${query}`).join("\n")}\n`,
  subject: "Not found in the handbook",
  copyList: "Copy the list",
  mail: "Email the list",
  sent: "Sent: clear the list",
  copy: "Copy",
  copyThis: (words: string): string => `Copy: ${words}`,
  copied: "Copied. Paste it where you need it.",
  notCopied: "This browser does not allow copying. Select the words instead.",
  notLoaded: "The search could not be loaded. Load this page again, or use the menu.",
} as const

export const glossary = {
  filter: "Filter the terms:",
  shown: (shown: number, of: number): string =>
    shown ? `${shown} of ${count(of, "term", "terms")}` : "No term matches.",
}

export const scene = {
  byLine: "Read line by line",
  next: "Next line",
  whole: "Show the whole scene",
} as const

export const worksheet = {
  storage: "What you type is saved as you type, in this browser on this computer. It is sent to nobody.",
  more: "Save as a file, open one, or clear the sheet",
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
