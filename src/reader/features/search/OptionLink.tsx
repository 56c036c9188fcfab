import type { ReactNode } from 'react'

export type OptionProps = {
  /** Its place among all options. */
  at: number
  isActive: boolean
  href: string
  /** Tells whether there was anything to do on this page; otherwise the link leads there. */
  onChoose: (at: number) => boolean
  children: ReactNode
}

export const optionId = (at: number): string => `search-option-${at}`

/** An option that is a link all the same, so that it can be opened in another tab and copied. */
export function OptionLink({ at, isActive, href, onChoose, children }: OptionProps) {
  return (
    <a
      role="option"
      id={optionId(at)}
      className="search-option"
      aria-selected={isActive}
      href={href}
      tabIndex={-1}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
        if (onChoose(at)) event.preventDefault()
      }}
    >
      {children}
    </a>
  )
}
