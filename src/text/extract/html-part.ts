import type { Element } from 'hast'
import type { PagePart } from './draft.ts'

/**
 * The part of a page that an element makes of what is in it, by ARIA's landmarks and the elements that HTML gives them
 * to (HTML Accessibility API Mappings 1.0); `null` for an element that makes none.
 *
 * A `footer` or `aside` inside of the page's text belongs to that text. A `header` is no part of its own here: many
 * hold the title.
 */
export function partOf({ tagName, properties }: Element, inText: boolean): PagePart | null {
  const role =
    typeof properties.role === 'string' ? properties.role : Array.isArray(properties.role) ? properties.role[0] : null
  if (role != null) return roles.get(role) ?? null
  if (tagName === 'nav' || tagName === 'search') return 'navigation'
  if (inText) return null
  return tagName === 'footer' ? 'page foot' : tagName === 'aside' ? 'side column' : null
}

const roles: ReadonlyMap<string, PagePart> = new Map([
  ['navigation', 'navigation'],
  ['search', 'navigation'],
  ['contentinfo', 'page foot'],
  ['complementary', 'side column'],
])

/** Elements whose `footer` or `aside` is theirs and not the page's. */
export function holdsText({ tagName, properties }: Element): boolean {
  return textHolders.has(tagName) || properties.role === 'main' || properties.role === 'article'
}

const textHolders = new Set('main article section blockquote figure fieldset details dialog td'.split(' '))

/**
 * Does this element lead away from the page, or is it there to be pressed? A link to a place in the page itself is a
 * table of contents’, one to a document an annex of the notice.
 */
export function isWayOut({ tagName, properties }: Element): boolean {
  if (tagName === 'button') return true
  const { href } = properties
  return tagName === 'a' && typeof href === 'string' && !href.startsWith('#') && !documents.test(href)
}

const documents = /\.(?:pdf|docx?|odt|rtf|xlsx?|ods|pptx?|odp|csv|txt|zip|rar|7z)(?:[?#]|$)/i
