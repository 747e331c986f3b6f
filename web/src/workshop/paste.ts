// What word processors put into a text that is pasted, and nobody typed: it comes in clean.

const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e]/g
const BREAK = /\r\n?|[\v\f\u2028\u2029]/g
const SPACE = /[\u00a0\u2007\u202f]/g
const BULLET = /^([ \t]*)[•·▪‣◦●○■–—\uf0b7\uf0a7]+[ \t]+/gm
const TABS = /^[ \t]*\t[ \t]*/gm
const QUOTED_VALUE = /^([ ]*(?:- +)*(?:\w+: +)?)[“”„]([^“”„"]*)[“”]$/gm
const TRAILING = /[ \t]+$/gm

/** The text as someone would type it: plain spaces, dashes for bullets, lines that end as lines do here. */
export function cleaned(text: string): string {
  return text
    .replace(BREAK, "\n")
    .replace(UNSEEN, "")
    .replace(SPACE, " ")
    .replace(BULLET, "$1- ")
    .replace(TABS, (blanks) => blanks.replace(/\t/g, "  "))
    .replace(TRAILING, "")
}

/** The same for lists of keys and values, in which quotes around a whole value are none of its words. */
export function cleanedYaml(text: string): string {
  return cleaned(text).replace(QUOTED_VALUE, "$1$2")
}
