import { useTranslation } from 'react-i18next'
import { SideWords } from '../../notice/Text.tsx'
import { optionId } from './OptionLink.tsx'
import type { Example } from './protocol.ts'
import { exampleNames } from './words.ts'

export type SuggestionsProps = {
  recent: readonly string[]
  examples: readonly Example[]
  active: number
  onChoose: (at: number) => boolean
}

/** What to ask while nothing is asked: what was asked before, and queries that show what can be. */
export function Suggestions({ recent, examples, active, onChoose }: SuggestionsProps) {
  const { t } = useTranslation('search')
  const option = (query: string, lang: string, at: number, teaches: string | null) => (
    <div
      key={at}
      role="option"
      id={optionId(at)}
      className="search-option search-suggestion"
      aria-selected={at === active}
      onClick={() => onChoose(at)}
    >
      <SideWords text={query} lang={lang} />
      {teaches === null ? null : <small>{teaches}</small>}
    </div>
  )
  return (
    <>
      {recent.length === 0 ? null : (
        <div role="group" aria-labelledby="search-recent" className="search-group">
          <p id="search-recent" role="presentation" className="search-notice">
            {t('recent.title')}
          </p>
          {recent.map((query, at) => option(query, 'en', at, null))}
        </div>
      )}
      {examples.length === 0 ? null : (
        <div role="group" aria-labelledby="search-examples" className="search-group">
          <p id="search-examples" role="presentation" className="search-notice">
            {t('example.title')}
          </p>
          {examples.map(({ query, lang, teaches }, at) =>
            option(query, lang, recent.length + at, t(exampleNames[teaches])),
          )}
        </div>
      )}
    </>
  )
}
