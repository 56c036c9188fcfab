import {
  lazy,
  Suspense,
  useDeferredValue,
  useEffect,
  useRef,
  useState,
  type ComponentType,
  type KeyboardEvent,
} from 'react'
import { useTranslation } from 'react-i18next'
import { typeAhead } from '../../dom/type-ahead.ts'
import { useReader, useStore } from '../../islands/reader.ts'
import { Icon } from '../../panels/Icon.tsx'
import { useModal } from '../../panels/use-modal.ts'
import type { Found, LiveState, View } from './live.ts'
import { Messages } from './Messages.tsx'
import { optionId } from './OptionLink.tsx'
import { optionAfter, optionsOf, type Option } from './options.ts'
import { hitAddress } from './query-address.ts'
import { Results } from './Results.tsx'
import type { SearchSession } from './session.ts'
import { Suggestions } from './Suggestions.tsx'
import { useSuggestions } from './use-suggestions.ts'
import './search.css'

/**
 * The search dialog: a text box that owns a list of options (ARIA’s combobox), the browser’s own modal dialog around
 * it. The focus stays in the box while the arrow keys go through the list; Escape closes it and gives the focus back.
 */
export function SearchDialog({ session }: { session: SearchSession }) {
  return useStore(session.open, false) ? <OpenDialog session={session} /> : null
}

function OpenDialog({ session }: { session: SearchSession }) {
  const { live, address, recent, open } = session
  const { t } = useTranslation('search')
  const reader = useReader()
  const state = useStore(live, live.get())
  const view = useStore(session.view, session.view.get())
  const suggested = useSuggestions(session)
  const dialog = useModal(() => open.set(false))
  const input = useRef<HTMLInputElement>(null)
  const { query, trouble } = state
  // Drawing rows gives way to keys and to all else that the page has to do.
  const found = useDeferredValue(state.found)
  const hasTools = found !== null || trouble !== null || suggested.rested
  const options = optionsOf(query, found, suggested)
  const [chosen, setChosen] = useState<Chosen>({ query: '', at: 0, option: null })
  const active = activeAt(chosen, state, options)
  const body = useRef<HTMLDivElement>(null)
  // Enter that comes before the answer opens the first hit as soon as there is one.
  const hasty = useRef(false)

  useEffect(() => {
    input.current?.focus()
    // What was asked before is there and chosen, so that typing begins anew; what was just typed goes on.
    const typed = typeAhead.take()
    const asked = typed.replaceAll('\n', '')
    if (asked === '') {
      input.current?.select()
      return
    }
    live.type(asked)
    hasty.current = typed.endsWith('\n')
    if (hasty.current) live.now()
  }, [live])

  useEffect(() => {
    if (state.settled) address.put(query.trim() === '' ? null : query)
  }, [address, state.settled, query])

  const isScrolled = useRef(false)
  useEffect(() => {
    // The first one's title stands above it. A list that was not scrolled need not be laid out to learn that.
    if (active > 0) document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' })
    else if (isScrolled.current) body.current?.scrollTo(0, 0)
    isScrolled.current = active > 0
  }, [active])

  const choose = (at: number): boolean => {
    const option = options[at]
    if (option === undefined) return false
    if (option.kind === 'query') {
      live.type(option.query)
      live.now()
      input.current?.focus()
      return true
    }
    recent.remember(query)
    address.put(query)
    return session.goTo(option, query)
  }
  useEffect(() => {
    if (!hasty.current || !state.settled || found !== state.found) return
    hasty.current = false
    follow(choose, options, reader, query)
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (query.trim() !== '' && found?.query !== query) {
        hasty.current = true
        live.now()
      } else if (active >= 0) follow(choose, options, reader, query, active)
      return
    }
    const at = optionAfter(event.key, active, options.length)
    if (at !== null) setChosen({ query, at, option: options[at] ?? null })
    else if (event.key === 'ArrowDown' && hasMore(found)) live.more()
    else return
    event.preventDefault()
  }
  const listed = { active, onChoose: choose }
  const isEmpty = query.trim() === ''
  return (
    <dialog
      {...dialog}
      className="search"
      aria-label={t('search.title')}
      onClick={(event) => {
        // A press beside the dialog is a press on its backdrop, which is the dialog itself. The second of two quick
        // ones was meant for the button that opened it.
        if (event.target !== event.currentTarget) return
        if (event.detail < 2) open.set(false)
        else input.current?.focus()
      }}
    >
      <div className="search-frame" role="search">
        <div className="search-head">
          <Icon name="search" />
          <input
            ref={input}
            className="search-input"
            role="combobox"
            aria-label={t('search.label')}
            aria-autocomplete="list"
            aria-expanded={options.length > 0}
            aria-controls="search-options"
            aria-activedescendant={active >= 0 ? optionId(active) : undefined}
            placeholder={t('search.place')}
            inputMode="search"
            enterKeyHint="search"
            autoCapitalize="off"
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={(event) => live.type(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <button
            type="button"
            className="plain icon-only"
            aria-label={t('search.close')}
            onClick={() => open.set(false)}
          >
            <Icon name="close" />
          </button>
        </div>
        <div className="search-tools">
          <Suspense>{hasTools ? <SearchTools session={session} view={view} query={query} /> : null}</Suspense>
        </div>
        <Messages state={state} stale={isStale(state, view)} onRetry={live.retry} />
        <div ref={body} className="search-body">
          <div
            id="search-options"
            role="listbox"
            aria-label={t(view.kind === 'list' ? 'list.label' : 'lines.label')}
            aria-activedescendant={active >= 0 ? optionId(active) : undefined}
            tabIndex={options.length > 0 ? 0 : -1}
            data-view={isEmpty ? 'suggestions' : found?.view}
            onKeyDown={onKeyDown}
          >
            {isEmpty ? (
              <Suggestions {...suggested} {...listed} />
            ) : found === null ? null : found.view === 'list' ? (
              <Results list={found.list} query={found.query} {...listed} />
            ) : (
              <Suspense>
                <Lines lines={found.lines} query={found.query} {...listed} />
              </Suspense>
            )}
          </div>
          {isEmpty && suggested.recent.length > 0 ? (
            <button type="button" className="plain" onClick={suggested.clear}>
              {t('recent.clear')}
            </button>
          ) : null}
          {!isEmpty && hasMore(found) ? (
            <button type="button" className="plain" onClick={live.more}>
              {t('search.more')}
            </button>
          ) : null}
        </div>
        <p className="search-keys">{t('search.keys')}</p>
      </div>
    </dialog>
  )
}

/** How to narrow and how to show: fetched behind the first answer, which is all that a reader waits for. */
const SearchTools = later(() => import('./SearchTools.tsx').then((module) => module.SearchTools))
const Lines = later(() => import('./Lines.tsx').then((module) => module.Lines))

/** A component that comes when it is first shown; one that cannot be had is left out. */
function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const nothing = (): null => null
  return lazy(async () => ({ default: await load().catch(() => nothing) }))
}

/** What the arrow keys chose last, and in the answer to which query. */
type Chosen = { readonly query: string; readonly at: number; readonly option: Option | null }

/**
 * The active option: the chosen one, wherever an answer that came meanwhile has put it; the first of a new answer;
 * none (-1) among queries that nobody has gone to yet.
 */
function activeAt(chosen: Chosen, { query }: LiveState, options: readonly Option[]): number {
  const isEmpty = query.trim() === ''
  if (options.length === 0) return -1
  if (chosen.query !== query || chosen.option === null) return isEmpty ? -1 : 0
  if (JSON.stringify(options[chosen.at]) === JSON.stringify(chosen.option)) return chosen.at
  return Math.max(
    0,
    options.findIndex((one) => JSON.stringify(one) === JSON.stringify(chosen.option)),
  )
}

/** Is another answer awaited than the one that is shown: to another query, in another view, sorted otherwise? */
function isStale({ query, settled, found, trouble }: LiveState, view: View): boolean {
  if (found === null || settled || trouble !== null) return false
  if (found.query !== query || found.view !== view.kind) return true
  return found.view === 'lines' && view.kind === 'lines' && found.order !== view.order
}

function hasMore(found: Found | null): boolean {
  if (found === null) return false
  return found.view === 'list' ? found.list.shown < found.list.count : found.lines.more
}

/** Does what Enter means: on this page, or by going to another. */
function follow(
  choose: (at: number) => boolean,
  options: readonly Option[],
  reader: Parameters<typeof hitAddress>[0],
  query: string,
  at = 0,
): void {
  const option = options[at]
  if (option === undefined || choose(at) || option.kind !== 'hit') return
  window.location.assign(hitAddress(reader, query, option))
}
