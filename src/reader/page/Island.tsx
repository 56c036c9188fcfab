import { renderToString } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import type { Words } from '../i18n/words.ts'
import { islands, type IslandName } from '../islands/islands.tsx'
import { inertReader, ReaderProvider } from '../islands/reader.ts'
import type { LocalePage } from '../state/page-data.ts'

/**
 * A part of the page that React wakes up in the browser. All else is static HTML that no script runs over again.
 * Rendered on its own, with a prefix of its own, exactly as the browser will hydrate it.
 */
export function Island({ name, words, page }: { name: IslandName; words: Words; page: LocalePage }) {
  const Control = islands[name]
  const html = renderToString(
    <ReaderProvider value={{ ...inertReader, page, words }}>
      <I18nextProvider i18n={words.i18n}>
        <Control />
      </I18nextProvider>
    </ReaderProvider>,
    { identifierPrefix: name },
  )
  return <div className={`island-${name}`} data-island={name} dangerouslySetInnerHTML={{ __html: html }} />
}
