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
  review: "You are looking at this quiz again. What you do here is not sent.",
  settled: "You have completed this quiz. You can practice more: what you do here is not sent.",
  changed: "The questions were changed since you last opened this quiz, so you start afresh.",
  outcome(percent: number, mark: number | null, sent: boolean): string {
    const reached = `${Math.floor(percent)}%.`
    const result =
      mark === null
        ? `Your result: ${reached}`
        : percent >= mark
          ? `Passed: ${reached}`
          : `Not passed: ${reached}${needed(mark)}`
    const again = mark !== null && percent < mark ? " To try the whole quiz again, press Start over." : ""
    const on = again ? "" : " What you do from here on is practice and is not sent."
    return `${result}${again}${sent ? ` Your learning platform has this result.${on}` : ""}`
  },
} as const
