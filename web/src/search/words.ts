// How the search sees a text: words without case, accents, apostrophes and endings. Pages and queries go through the
// same functions, so that both come out alike.

/** What is written in one piece: a word, or several joined by hyphens, which may also be written as one. */
export interface Piece {
  readonly parts: readonly string[]
  /** All parts as one word; empty for a single word. */
  readonly joined: string
}

/** What is written "one:other", with spaces between, as a map. */
function pairs(list: string): ReadonlyMap<string, string> {
  return new Map(list.split(/\s+/).map((pair) => pair.split(":") as [string, string]))
}

const ASCII = /^[ -~]*$/
const ACCENTS = /\p{M}+/gu
const CONTRACTED = /['’‘ʼ](?:s|ll|ve|re|d|m)(?![\p{L}\p{N}])/gu
const APOSTROPHES = /['’‘‛ʼ`´′]/g
const PIECE = /[\p{L}\p{N}]+(?:[-‐‑‒–._/][\p{L}\p{N}]+)*/gu
const DIVIDER = /[-‐‑‒–._/]/
const HYPHENS = /^[^._/]+$/

/** What people in a hurry write for a word. */
const SHORTHAND = pairs(
  `abt:about acct:account addr:address admin:administration appt:appointment asst:assistant b/c:because b4:before
    bc:because bldg:building cannot:can-not cant:can-not convo:conversation coz:because cust:customer cuz:because
    dept:department docs:documents emp:employee gonna:going gotta:have govt:government hrs:hours info:information
    lemme:let mgr:manager min:minute mins:minutes msg:message msgs:messages num:number pic:picture pics:pictures
    pls:please plz:please ppl:people r:are supe:supervisor supv:supervisor tho:though thru:through thx:thanks u:you
    ur:your vid:video vids:videos w/o:without w:with wanna:want wk:week wont:will-not yr:year`,
)

/** A verb with "not" in it, written as two words: "don't" is in "do not", and "isn't available" has "not available". */
const DENIAL = /^(are|could|did|do|does|had|has|have|is|must|should|was|were|would)nt$/

/** The words that a piece stands for, with dividers between them. */
function spelledOut(piece: string): string {
  return SHORTHAND.get(piece) ?? piece.replace(DENIAL, "$1-not")
}

/**
 * The pieces of a text in order. Single letters and digits in a row are one word: "A.D.A.", "9-1-1", "T T Y". The "a"
 * of "w a child" is a word of its own, and shorthand is the word it stands for.
 */
export function pieces(text: string): Piece[] {
  const plain = (ASCII.test(text) ? text : text.normalize("NFKD").replace(ACCENTS, "")).toLowerCase()
  const all: Piece[] = []
  let letters: string[] = []
  const put = (word: string): unknown => all.push({ parts: [word], joined: "" })
  const flush = (): void => {
    if (letters.length === 2 && letters.includes("a")) letters.forEach(put)
    else if (letters.length) put(letters.join(""))
    letters = []
  }
  for (const [piece] of plain.replace(CONTRACTED, "").replace(APOSTROPHES, "").matchAll(PIECE)) {
    const spelled = spelledOut(piece)
    const parts = spelled.split(DIVIDER)
    if (parts.every(({ length }) => length === 1)) {
      letters.push(parts.join(""))
      continue
    }
    flush()
    if (HYPHENS.test(spelled) && parts.length > 1) all.push({ parts, joined: parts.join("") })
    else parts.forEach(put)
  }
  flush()
  return all
}

/** The words of a text in order, without those that hyphens would make. */
export function words(text: string): string[] {
  return pieces(text).flatMap(({ parts }) => parts)
}

/** Forms that no rule gives, numbers, and words that are written for others that sound alike: "talk to fast". */
const IRREGULAR = pairs(
  `two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 ate:eat bcced:bcc bit:bite bled:bleed
  broke:break broken:break brought:bring caught:catch ccd:cc cced:cc children:child drew:draw drove:drive
  fallen:fall feet:foot fell:fall felt:feel forgot:forget forgotten:forget fought:fight found:find froze:freeze
  frozen:freeze goes:go gone:go went:go grew:grow heard:hear held:hold hid:hide hung:hang knew:know left:leave lied:lie loose:lose
  lost:lose lying:lie made:make paid:pay ran:run rang:ring sent:send shook:shake spoke:speak spoken:speak
  stole:steal stolen:steal struck:strike swore:swear sworn:swear taught:teach than:then there:they theyre:they hes:they shes:they
  themselves:themself himself:themself herself:themself he:they she:they him:they her:they hers:they his:they their:they theirs:they them:they threw:throw thrown:throw told:tell too:to took:take understood:understand woke:wake wore:wear written:write
  wrote:write youre:your`,
)

const stems = new Map<string, string>()

/** A word without the ending of a plural, -ing, -ed, or -ly. Numbers stay as they are. */
export function stem(word: string): string {
  let kept = stems.get(word)
  if (kept === undefined) {
    kept = /\d/.test(word) ? word : cut(IRREGULAR.get(word) ?? word)
    stems.set(word, kept)
  }
  return kept
}

function cut(word: string): string {
  let rest = word
  if (rest.length < 4 || rest === "news") return rest
  if (/[^aeiou]ies$/.test(rest)) rest = `${rest.slice(0, -3)}y`
  else if (/(?:ss|x|z|ch|sh)es$/.test(rest)) rest = rest.slice(0, -2)
  else if (/[^sui]s$/.test(rest)) rest = rest.slice(0, -1)
  if (rest.length > 5 && rest.endsWith("ly")) rest = rest.slice(0, -2)
  const [, verb] = /^(.*[aeiouy].*?)(?:ing|(?<!e)ed)$/.exec(rest) ?? []
  if (verb && verb.length > 2) rest = restored(verb)
  if (/.{4}[st]ion$/.test(rest)) rest = rest.slice(0, -3)
  if (rest.length > 4 && rest.endsWith("e")) rest = rest.slice(0, -1)
  return rest.length > 3 ? rest.replace(/([^aeiou])y$/, "$1i") : rest
}

/** What was before -ing or -ed: "stop" of "stopping", "take" of "taking". */
function restored(verb: string): string {
  if (verb.length > 3) return verb.replace(/([bdfgmnprt])\1$/, "$1")
  return /^[^aeiou][aeiouy][^aeiouwxy]$/.test(verb) ? `${verb}e` : verb
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** What a question is made of. Left aside unless a query has nothing else. "id" and "ill" are words, not I'd and I'll. */
const QUESTION = set(
  `a am an and any are as at be because been being but by can contain could did do does doing done for from had has
  have having he her here hers hes him his how i if im in into is it its ive just let lets may me mean means meant
  might mine must my no not of off ok okay on onto or our ours out over per please really shall she shes should so
  stand than that thats the their theirs them then there theres these they theyre this those though to too up us
  very via was we were weve what whats when where wheres which who whom whos whose why will with without would you
  your youre yours`,
)

/** What almost every query is about: people, places, the doing itself. These count little, and need not be there. */
const FILLER = set(
  `after again ahead also always anybody anyone anything around ask asked asking asks back before building call
  called caller callers calling calls client clients come comes counter county customer customers day desk during
  everybody everyone everything get gets getting give gives go goes going guy guys handle handling happen happens
  help helping inside keep keeps know knows lady like lobby make makes man men need needed needs now office one
  outside page people person phone question room said say saying says serve serving somebody someone something standing
  still take takes telephone tell telling tells thing things time today try trying use using want wanted wants way
  while window woman women work working`,
)

/** Who or what something is done to. */
const DENIES = set("no not without")
/** What may stand between the words of a phrase: all that a question is made of but "no", and whom it is about. */
const ASIDE = new Set(
  [...QUESTION, ..."someone somebody anyone anybody everyone people person customer client caller".split(" ")]
    .filter((word) => !DENIES.has(word))
    .map(stem),
)

/** Whether a word tells no more than whom something is done to, or how: "call the customer back", "just went out". */
export const isAside = (term: string): boolean => ASIDE.has(term)

/** How much a word of a query matters: 2 that it be found, 1 a little, 0 not while others matter more. */
export function weight(word: string): 0 | 1 | 2 {
  return QUESTION.has(word) ? 0 : FILLER.has(word) ? 1 : 2
}

/** The letters that are wrong, missing, too many, or swapped with the next one. Gives `most` + 1 where there are more. */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  const far = one.length + other.length
  let before: number[] = []
  let above = [...other, ""].map((_, at) => at)
  for (const [row, letter] of [...one].entries()) {
    const line = [row + 1]
    for (const [at, each] of [...other].entries()) {
      const changed = (above[at] ?? far) + (letter === each ? 0 : 1)
      const swapped = row && at && letter === other[at - 1] && one[row - 1] === each ? (before[at - 1] ?? far) + 1 : far
      line.push(Math.min((above[at + 1] ?? far) + 1, (line[at] ?? far) + 1, changed, swapped))
    }
    if (Math.min(...line) > most) return most + 1
    before = above
    above = line
  }
  return above[other.length] ?? far
}
