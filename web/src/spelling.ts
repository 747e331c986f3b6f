// Typed answers in one form, so that they are compared by what they say and not by how a phone writes them: the same
// rules as model/spelling.py, held to them by tests/golden/short.

/** Quotes and hyphens of print, marks without a width that come along with a copied text, blanks of all kinds. */
const STRAIGHT = [
  [/[‘’‚‛ʼ′´`]/g, "'"],
  [/[“”„‟«»″]/g, '"'],
  [/[‐‑‒–—―−﹣－]/g, "-"],
  [/[\u00ad\u200b-\u200f\u2060\ufeff]/g, ""],
  [/[\s\p{Cc}]/gu, " "],
] as const

const ONES = (
  "zero one two three four five six seven eight nine ten " +
  "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split(" ")
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ")
const ORDINALS = (
  "first second third fourth fifth sixth seventh eighth ninth tenth " +
  "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split(" ")
const COUNT = new RegExp(
  `(^| )(?:(${TENS.join("|")})(?:[ -](${ONES.slice(1, 10).join("|")}))?|(${ONES.join("|")}))(?= |$)`,
  "g",
)
const LEADING = ["a", "an", "the", "your", "within", "about", "by"]

const UNITS = [
  "second/seconds/sec/secs/s",
  "minute/minutes/min/mins",
  "hour/hours/hr/hrs/h",
  "foot/feet/ft",
  "inch/inches/in",
  "percent/per cent/%",
  "dollar/dollars/$",
].map((names) => names.split("/"))
const NUMBER = /^([+-]?(?:\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(?:st|nd|rd|th|,)?$/

/** A text with small letters, straight quotes and hyphens, and single blanks. What it says stays as it is. */
export function fold(text: string): string {
  return even(text).replace(/ +/g, " ").trim()
}

/** The same with as many blanks as there are: for a part of a text. */
export function even(text: string): string {
  const small = text.normalize("NFC").toLowerCase().toUpperCase().toLowerCase().replace(/ς/g, "σ").normalize("NFC")
  return STRAIGHT.reduce((rest, [marks, straight]) => rest.replace(marks, straight), small)
}

/** A folded text without quotes around all of it and without a full stop after it, as long as something is left. */
export function bare(text: string): string {
  const folded = fold(text)
  const unquoted = folded.length > 2 && /^".*"$/.test(folded) ? folded.slice(1, -1) : folded
  return unquoted.replace(/^ +|[. ]+$/g, "") || folded
}

/** A typed answer reduced to what counts: "Within the three rings." is "3 rings". */
export function plain(text: string): string {
  const words = bare(text).replace(COUNT, digits).split(" ")
  while (words.length > 1 && LEADING.includes(words[0] ?? "")) words.shift()
  return words.join(" ")
}

/** The number that was typed, with or without its unit; null where it is none. "Third" and "3rd" are three. */
export function number(text: string, unit = ""): number | null {
  const figures = withoutUnit(plain(text), fold(unit))
  const ordinal = ORDINALS.indexOf(figures) + 1
  const typed = ordinal || Number(NUMBER.exec(figures)?.[1]?.replace(/,/g, "") ?? Number.NaN)
  return Number.isFinite(typed) ? typed : null
}

function digits(_: string, before: string, tens = "", ones = "zero", small = "zero"): string {
  return before + ((tens ? 10 * TENS.indexOf(tens) + 20 : 0) + ONES.indexOf(ones) + ONES.indexOf(small))
}

/**
 * The text without a unit that it ends with (a "$" may stand before it), be it one or many, or short for it. A unit begins
 * after a figure or a blank: the "h" of "5th" is no hour.
 */
function withoutUnit(text: string, unit: string): string {
  const own = unit ? [unit, unit.replace(/s$/, ""), `${unit}s`] : []
  const names = [...own, ...UNITS.filter((known) => known.some((name) => own.includes(name))).flat()]
  const before = (name: string): string => text.slice(0, text.length - name.length)
  const ends = names.filter((name) => text.endsWith(name) && !/\p{L}$/u.test(before(name)))
  const rest = before(ends.sort((one, other) => other.length - one.length)[0] ?? "").trimEnd()
  return names.includes("$") ? rest.replace(/^\$\s*/, "") : rest
}
