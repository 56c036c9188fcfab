import { renderToString } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import type { Words } from '../i18n/words.ts'
import { islands, type IslandName } from '../islands/islands.tsx'

/**
 * A part of the page that React wakes up in the browser. All else is static HTML that no script runs over again.
 * Rendered on its own, with a prefix of its own, exactly as the browser will hydrate it.
 */
export function Island({ name, words }: { name: IslandName; words: Words }) {
  const Control = islands[name]
  const html = renderToString(
    <I18nextProvider i18n={words.i18n}>
      <Control />
    </I18nextProvider>,
    { identifierPrefix: name },
  )
  return <div className={`island-${name}`} data-island={name} dangerouslySetInnerHTML={{ __html: html }} />
}
