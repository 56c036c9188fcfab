import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { ReaderProvider, type Reader } from '../islands/reader.ts'

/** Puts a feature's own components at the end of the page, with all that the islands have. */
export function mount(reader: Reader, content: ReactNode): void {
  const place = document.createElement('div')
  document.body.append(place)
  createRoot(place).render(provide(reader, content))
}

/** A root of the page with all that its components ask for. */
export function provide(reader: Reader, content: ReactNode): ReactNode {
  return (
    <ReaderProvider value={reader}>
      <I18nextProvider i18n={reader.words.i18n}>{content}</I18nextProvider>
    </ReaderProvider>
  )
}
