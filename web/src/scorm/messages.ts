// What the player of a package says beside what every quiz says.

const needed = (mark: number | null): string => (mark === null ? "" : ` You need ${mark}% to pass.`)

export const words = {
  intro: (test: boolean, there: boolean, mark: number | null): string =>
    (test
      ? "You can change every answer until you finish. Nothing is marked before."
      : "Answer, then press Check. The first answer that you check counts.") +
    needed(mark) +
    (there ? " Your result goes to your learning platform." : ""),
  noPlatform:
    "No learning platform was found. You can answer the questions, but your result is not sent or kept. To be counted, open this quiz from your learning platform.",
  refused:
    "The learning platform did not take your last answer. You can go on: it is sent again with the next one. If this line stays, tell whoever runs the platform.",
  preview: "This is a preview, and what you do here is not sent. To be counted, leave the preview and start the quiz.",
  unmarked: "Nothing is marked in the preview of a test.",
  review: "You are looking at this quiz again. What you do here is not sent.",
  again:
    "You are looking at a finished attempt, and what you do here is not sent. To try again so that it counts, leave the quiz and start a new attempt.",
  settled: "You have completed this quiz. You can practice more: what you do here is not sent.",
  changed: "The questions were changed since you last opened this quiz, so you start afresh.",
  damaged: "Some of your answers could not be read, so those questions start over.",
  unread:
    "The learning platform did not give back your answers. If you answered questions before, close this quiz without answering and open it again.",
  /** `counts`: another try in this session would be sent. */
  outcome(percent: number, mark: number | null, sent: boolean, counts: boolean): string {
    const reached = `${Math.floor(percent)}%.`
    const result =
      mark === null
        ? `Your result: ${reached}`
        : percent >= mark
          ? `Passed: ${reached}`
          : `Not passed: ${reached}${needed(mark)}`
    const failed = mark !== null && percent < mark
    const again = failed && counts ? " To try the whole quiz again, press Start over." : ""
    const on = failed ? "" : " What you do from here on is practice and is not sent."
    return `${result}${again}${sent ? ` Your learning platform has this result.${on}` : ""}`
  },
} as const

/** What pages to read and sign say. */
export const signing = {
  confirm: (edition: string): string => `I have read edition ${edition}`,
  ask: "I will read it and ask",
  asks: "Recorded: you will read it and ask. Talk to your supervisor, and come back here to confirm when you have read it.",
  confirmed: (edition: string): string => `You confirmed that you have read edition ${edition}.`,
  changed: (edition: string): string =>
    `The text has changed since you confirmed edition ${edition}. Please read it again, and confirm this edition.`,
  noPlatform:
    "No learning platform was found. You can read everything, but you can't confirm it here. Open it from your learning platform.",
  refused: "The learning platform didn't record that you have read this. Please press the button again.",
  preview:
    "This is a preview, and nothing you do here is sent. To confirm that you have read this, leave the preview and start it.",
  review: "You are looking at this again. There is nothing more to do.",
  again: "You are looking at this again. To confirm that you have read it, leave it and start a new attempt.",
  settled: "There is nothing more to do.",
} as const
