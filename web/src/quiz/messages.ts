// Every word that a quiz says. Each is a constant of its own: so a script holds only those that it says.
import { count } from "../messages"

export { percent } from "../messages"

export const check = "Check"
export const advise = "Show advice"
export const tryAgain = "Try again"
export const skip = "Skip"
export const next = "Next"
export const toResult = "See your result"
export const toReview = "Review and finish"
export const toOpen = "See what's still open"
export const previous = "\u2190 Back"
export const backTo = (question: number): string => `Back to question ${question}`
export const where = (question: number, of: number): string => `Question ${question} of ${of}`
export const atTheEnd = "All questions"
export const atEnd = "End of the quiz"
export const jumpTo = (question: number, words: string): string => `Question ${question}: ${words}`
export const isAnswered = "answered"
export const isOpen = "not answered"
export const isFlagged = ", flagged"
export const showAll = "Show all"
export const showOne = "One at a time"
export const startOver = "Start over"
export const flag = "Flag for later"
export const finish = "Finish and check all"
export const howSure = "How sure are you?"
export const sure = ["Sure", "Fairly sure", "Guessing"]
export const kept = "Your answers and the days you practice stay in this browser, and nobody else sees them."
export const comesBack = (day: string): string => `The next question comes back on ${day}.`
export const progress = "See My progress"
export const retry = (missed: number): string => `Try the ${missed === 1 ? "one" : missed} you missed again`
export const right = "Right"
export const notAnswered = "Not answered"
export const almost = "Almost: check the spelling"
/** The verdict on an answer, with how much of it is right. */
export const verdict = (share: number, amount: string): string =>
  share >= 1 ? "Right" : (share > 0 ? "Partly right" : "Not quite") + (amount && `, ${amount}`)
export const hits = (hits: number, of: number, slips: number): string =>
  `${hits} of ${of}${slips ? `, and ${slips} that ${slips === 1 ? "doesn't" : "don't"} belong` : ""}`
export const inPlaces = (hits: number, of: number): string => `${hits} of ${of} in place`
export const yours = "Your answer"
export const other = "Not this one"
export const others = "The other reasons"
export const best = "Best answer"
export const alsoRight = "Also right"
export const rightAnswer = "Right answer"
export const chooseOne = "Choose an answer first."
export const chooseSome = "Choose at least one answer first."
export const chooseEach = "Choose an answer for every line first."
export const typeFirst = "Type your answer first."
export const reflectFirst = "Answer at least one first."
export const notMoved = "You haven't moved a step yet. If this order is right, press Check again."
export const toTheEnd = "Go on to the end of the story first."
export const moveSteps = "Put the steps in the right order. Drag them, or use the arrows."
export const pairUp = "Choose what goes with every line."
export const tellStory = "Choose what you do, and see what happens."
export const goTo = (point: string): string => `\u2192 go to ${point}`
export const back = "One step back"
export const better = "Better"
export const ratings = ["Poor choice", "Weak choice", "Good choice", "Best choice"]
export const ends = { good: "A good end", fair: "A fair end", poor: "A poor end" } as Readonly<Record<string, string>>
export const keep = "Keep my answers to this question in this browser"
export const reflected = "There's no right or wrong here, and it doesn't count."
export const changed = "This question was changed since you answered it. Please answer it again."
export const up = (step: string): string => `Move up: ${step}`
export const down = (step: string): string => `Move down: ${step}`
export const moved = (step: string, place: number, of: number): string => `Now ${place} of ${of}: ${step}`
export const atEdge = (step: string, place: number, of: number): string => `Already ${place} of ${of}: ${step}`
export const inPlace = "In its place"
export const belongs = (places: readonly number[]): string => `Belongs at ${places.join(" or ")}`
export const follows = (places: readonly number[]): string =>
  `Follows the right step, but belongs at ${places.join(" or ")}`
export const goesWith = "Goes with: "
export const whatFor = (entry: string): string => `What goes with: ${entry}`
export const paired = (entry: string, target: string): string => `${entry} \u2192 ${target}`
export const intro = (questions: number): string =>
  `${count(questions, "question", "questions")}. Your answers stay in this browser, and nobody else sees them.`
export const introTest = (questions: number, code: string): string =>
  `${count(questions, "question", "questions")}. You can change every answer until you finish. Your answers stay in this browser.${code && ` Form code: ${code}`}`
export const checked = (checked: number, questions: number): string =>
  `${checked} of ${count(questions, "question", "questions")} checked.`
export const answered = (answered: number, questions: number): string =>
  `${answered} of ${count(questions, "question", "questions")} answered.`
export const open = "Still open:"
export const flagged = "Flagged:"
export const unanswered = "Not answered yet:"
export const finishAgain = "To finish anyway, press Finish again."
export const summary = "Your result"
export const counts = (right: number, partly: number, wrong: number): string =>
  [`${right} right`, partly && `${partly} partly right`, wrong && `${wrong} to try again`]
    .filter(Boolean)
    .join(" \u00b7 ")
/** What a result is worth, in a few words. */
export const cheer = (share: number): string =>
  share >= 1
    ? "You got everything right."
    : share >= 0.8
      ? "Well done."
      : share >= 0.5
        ? "You're getting there."
        : "Now you know what to practice."
export const byTopic = "By topic"
export const of = (right: number, questions: number): string => `${right} of ${questions}`
export const readNext = "Read next"
export const readMore = (pages: number): string => `${pages} more to read`
export const code = "Form code"
export const noSuchCode =
  "The form code in this address doesn't belong to this quiz, so you see the quiz for practice. Check the link."
export const otherContent = (edition: string): string =>
  `The form code in this address was made from other questions than those of this edition (${edition}), so you see the quiz for practice. Ask for a new link.`
export const showTime = "Show the time"
export const time = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
/** What is wrong with the storage. */
export const problems = {
  damaged: "Some of what was saved in this browser could not be read. It is set aside, and those questions start over.",
  unsaved: "This browser does not save your answers. They last until you leave the page.",
} as const
