import { memo } from 'react'
import { useReader } from '../../../islands/reader.ts'
import { NoteText } from './NoteText.tsx'

/** A note in the page of a reader: parsed again only when it says something else. */
export const Markdown = memo(function Markdown({ text }: { text: string }) {
  return <NoteText text={text} locale={useReader().words.locale} />
})
