// Every word that the scripts say.

const number = (value: number): string => String(Math.round(value * 100) / 100)
const count = (value: number, one: string, many: string): string => `${value} ${value === 1 ? one : many}`

export const quiz = {
  check: "Check",
  tryAgain: "Try again",
  startOver: "Start over",
  right: "Right",
  wrong: "Not right",
  rightChosen: "Right, and you chose it",
  rightMissed: "Right, but you did not choose it",
  wrongChosen: "Not right, but you chose it",
  chooseOne: "Choose an answer first.",
  chooseSome: "Choose at least one answer first.",
  chooseEach: "Choose a letter for each entry first.",
  moveSteps: "Move the steps into the right order.",
  up: (step: string): string => `Move up: ${step}`,
  down: (step: string): string => `Move down: ${step}`,
  moved: (step: string, place: number, of: number): string => `Now at place ${place} of ${of}: ${step}`,
  atEnd: (step: string, place: number, of: number): string => `Already at place ${place} of ${of}: ${step}`,
  inPlace: "In its place",
  belongs: (places: readonly number[]): string => `Not here: it belongs at place ${places.join(" or ")}`,
  goesWith: "Not right. It goes with: ",
  result(share: number, points: number): string {
    if (share >= 1) return "Right. Well done."
    if (share <= 0) return "Not right. The reasons stand above."
    return `Partly right: ${number(share * points)} of ${count(points, "point", "points")}. The reasons stand above.`
  },
  intro(here: number, below: number): string {
    const checked = `${count(here, "question is", "questions are")} checked here`
    if (below === 0) return `${checked}. Answer, then press Check.`
    return `${checked}; the ${below === 1 ? "other one has its answer" : `other ${below} have their answers`} below.`
  },
  score: (got: number, of: number, checked: number, asked: number): string =>
    `Score: ${number(got)} of ${count(of, "point", "points")}. ${checked} of ${count(asked, "question", "questions")} checked.`,
} as const

export const checklist = {
  reset: "Reset",
  undo: "Undo reset",
  done: (ticked: number, of: number): string => `${ticked} of ${of} done`,
  damaged: "The ticks saved in this browser could not be read, so the list starts empty.",
  unsaved: "This browser does not save the ticks. They last until you leave the page.",
} as const
