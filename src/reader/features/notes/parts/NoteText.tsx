import { toJsxRuntime } from 'hast-util-to-jsx-runtime'
import type { ComponentProps } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import { Text } from '../../../notice/Text.tsx'
import { markdownTree, safeAddress } from './markdown.ts'

/** A note's Markdown, as its writer laid it out. React makes the elements; nothing in it is ever parsed as HTML. */
export function NoteText({ text, locale }: { text: string; locale: string }) {
  const tree = markdownTree(text, locale)
  return (
    <div className="note-text" dir="auto">
      {tree === null ? (
        <p>
          <Text text={text} context={locale} />
        </p>
      ) : (
        toJsxRuntime(tree, {
          Fragment,
          jsx,
          jsxs,
          // Headings of the page itself stand above those of a note.
          components: { a: NoteLink, h1: 'h4', h2: 'h5', h3: 'h6', h4: 'h6', h5: 'h6' },
        })
      )}
    </div>
  )
}

function NoteLink({ href, title, children }: ComponentProps<'a'>) {
  if (href === undefined || !safeAddress.test(href)) return <>{children}</>
  return (
    <a href={href} title={title} rel="noreferrer noopener nofollow">
      {children}
    </a>
  )
}
