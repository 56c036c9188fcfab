import type { ByLang } from '../../corpus/lang.ts'
import { firstLang, type Locale } from '../../corpus/locale.ts'
import { codePointName, hasHan, scriptParts } from './scripts-in-text.ts'

/**
 * Received words, shown and never obeyed. Han characters outside a Chinese context get a language of their own:
 * `zh-Hani`, Chinese in Han script, since nothing says whether such a run is Traditional or Simplified.
 * A control character is closed in by itself, so that no bidi override reaches its neighbours; CSS shows its name.
 * The element's text content stays the text, unit for unit.
 */
export function Text({ text, context }: { text: string; context: string }) {
  return scriptParts(text, context).map((part, index) => {
    if (part.kind === 'plain') return part.text
    if (part.kind === 'han')
      return (
        <span key={index} lang="zh-Hani">
          {part.text}
        </span>
      )
    return (
      <span key={index} className="control" data-name={codePointName(part.text)}>
        {standIn(part.text)}
      </span>
    )
  })
}

/** Text of a side that stands among the words of the interface. */
export function SideWords({ text, lang }: { text: string; lang: string }) {
  const own = lang.startsWith('zh') && !hasHan(text) ? 'en' : lang
  return (
    <bdi lang={own}>
      <Text text={text} context={own} />
    </bdi>
  )
}

/** The collection's own words, in the language that a reader of this interface reads first. */
export function CollectionWords({ words, locale }: { words: ByLang<string>; locale: Locale }) {
  const lang = firstLang(locale)
  const shown = <Text text={words[lang]} context={lang} />
  return lang === locale ? shown : <span lang={lang}>{shown}</span>
}

/** HTML cannot hold NUL or half a surrogate pair: a replacement character of the same length stands for them. */
function standIn(character: string): string {
  return character === '\0' || !character.isWellFormed() ? '\uFFFD' : character
}
