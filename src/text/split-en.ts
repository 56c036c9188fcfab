import type { SplitPlace } from './split-place.ts'

/**
 * Does an English sentence end here?
 *
 * A full stop, question or exclamation mark ends one when white space and something that can begin a sentence follow,
 * and the word before the stop is no abbreviation that wants what follows it. Rules of our own instead of the
 * sentence-splitter package: it breaks `See Fig. | 3`, `at 5 p.m. | today`, `Vol. | 2`, does not break behind a quoted
 * sentence (`the "Act." Next`), and takes 60 times as long.
 */
export function endsEnglishSentence({ text, from, mark, to, marks, closers }: SplitPlace): boolean {
  if (/^[;:；：]+$/u.test(marks)) return false
  // Full-width marks stand in mixed text and end what they stand behind.
  if (/[。！？]/u.test(marks)) return true
  const rest = text.slice(to, to + 80)
  const next = /^(\s+)([“"'‘([「『【*•–—-]*\s?)(\p{L}+|\p{N}|)/u.exec(rest)
  if (next === null) return rest === ''
  const word = next[3] ?? ''
  if (word === '') return rest.trim() === '' || (next[2] ?? '') !== ''
  // A small letter goes on with the sentence, unless a bracketed enumerator stands there: `… services. (b) to …`
  if (/^\p{Ll}/u.test(word) && !/^\s+\([a-z]{1,4}\)/.test(rest)) return false
  if (!/^\.+$/.test(marks) || closers !== '') return true
  // `...` before a capital.
  if (marks.length > 1) return true
  return !isAbbreviation(text.slice(Math.max(from, mark - 24), mark), word, text.slice(from, mark))
}

/** Is the full stop after `before` part of an abbreviation that `next` completes? */
function isAbbreviation(before: string, next: string, sentence: string): boolean {
  // `1.` or `IV.` that begins a line numbers it; `(3.` too.
  if (/^[\s(]*(?:\d{1,3}|[IVX]{1,4}|[A-Za-z])$/.test(sentence)) return true
  const last = /(?:^|[\s(“"'‘[/-])((?:\p{L}\.)*\p{L}+)$/u.exec(before)?.[1]
  if (last === undefined) return false
  const lower = last.toLowerCase()
  if (needsNext.has(lower)) return true
  if (beforeNumber.has(lower)) return /^\p{N}/u.test(next) || /^[IVX]+$/.test(next)
  // An initial: J. Smith, J.R.R. Tolkien, U.S. Government. `I` and what follows a comma are words.
  if (/^\p{Lu}$/u.test(last) && last !== 'I') return !sentenceStarts.has(next)
  if (last.includes('.') || mayEnd.has(lower)) return !sentenceStarts.has(next) && !alwaysEnds.has(lower)
  return false
}

/** Does a segment break off at an abbreviation that wants what follows it, `… said Mr.`? Other splitters cut there. */
export function breaksOff(segment: string): boolean {
  const last = /(?:^|[\s(“"'‘])((?:\p{L}\.)*\p{L}+)\.\s*$/u.exec(segment.slice(-24))?.[1]
  return last !== undefined && (needsNext.has(last.toLowerCase()) || /^(?:\p{Lu}|U\.S|U\.K|US)$/u.test(last))
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Titles and connectives that never end a sentence. */
const needsNext = words(
  'mr mrs ms dr prof st rev hon gen col lt capt cmdr sgt maj gov sen rep pres amb messrs mme mlle fr vs v cf viz e.g i.e eg ie approx mt ft al.e',
)

/** Abbreviations that want a number; `no.` before a capital is the word. */
const beforeNumber = words(
  'no nos art arts sec secs ch chap fig figs vol vols pp p para paras reg regs cl eq tab ver app pt ser doc res jan feb mar apr jun jul aug sep sept oct nov dec',
)

/** Abbreviations of names, which a sentence may well end with; then the next word decides. */
const mayEnd = words('inc co ltd corp llc plc jr sr bros dept univ assn est etc al ed eds ph.d a.m p.m am pm')

/** Of these a capital behind them always begins a sentence. */
const alwaysEnds = words('etc al')

/** Words that begin sentences and hardly ever names. */
const sentenceStarts = words(
  'The A An This That These Those It He She We They I You In On At For From By With As If When While After Before But And Or So However Although There Here What Who Why How Its His Her Our Their My To Under During Since Not No Such Each All Any Some Most Many Both Where Because Then Thus Therefore Meanwhile Moreover Furthermore Also According',
)
