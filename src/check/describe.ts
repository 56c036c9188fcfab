import type { Finding } from '../corpus/finding.ts'
import type { Lang } from '../corpus/lang.ts'

/** A finding in one English sentence without its full stop, for the command line; the reader has words of its own. */
export function describeFinding(finding: Finding): string {
  switch (finding.kind) {
    case 'unmatched':
      return `This ${names[finding.lang]} has no counterpart${following(finding)}`
    case 'quantity':
      return finding.instead === null
        ? `“${finding.words}” stands in the ${names[finding.lang]} only`
        : `The English says “${finding.words}”, the Chinese “${finding.instead}”`
    case 'bound':
      return `“${finding.words.en}” and “${finding.words['zh-Hant']}” are bounded the opposite way`
    case 'term':
      return (
        `“${finding.words}” stands in the ${names[finding.lang]}; the other side has no ${listed(finding.expected)}` +
        (finding.instead === null ? '' : ` but “${finding.instead}”`)
      )
    case 'deprecated-term':
      return `“${finding.words}” is a deprecated term for ${listed(finding.expected)}`
    case 'two-words':
      return `One concept in ${finding.words.length} words: ${listed(finding.words)}`
    case 'name':
      return `“${finding.words}” stands in the ${names[finding.lang]} only`
    case 'list':
      if (finding.item !== undefined)
        return `The list lacks “${finding.item.words}”, which stands in the ${names[finding.item.lang]} only${following(finding)}`
      return `The English lists ${finding.counts.en}, the Chinese ${finding.counts['zh-Hant']}${following(finding)}`
    case 'length':
      return `${finding.ratio} Chinese characters for an English one, where ${finding.usual} is usual${following(finding)}`
    case 'broken-english':
      return `${faults[finding.fault]}: “${finding.words}”`
    case 'variant':
      return `“${finding.words}” should be “${finding.expected}”${finding.places.length > 1 ? `, and so in ${finding.places.length} places` : ''}`
  }
}

const faults = {
  capital: 'A capital inside a sentence',
  space: 'A space before a comma',
  repeat: 'A word twice',
  mark: 'A mark out of place',
} as const

const names: Readonly<Record<Lang, string>> = { en: 'English', 'zh-Hant': 'Chinese' }

function listed(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(' or ')
}

function following({ consequences = [] }: Finding): string {
  return consequences.length === 0 ? '' : ` (${consequences.map(describeFinding).join('; ')})`
}
