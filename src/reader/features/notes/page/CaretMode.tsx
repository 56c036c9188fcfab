import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { otherLang, type Lang } from '../../../../corpus/lang.ts'
import { domPlace, selectRun } from '../dom/places.ts'
import { sentenceAt, stepCaret, textAt, type CaretText, type CaretUnit } from '../state/caret-steps.ts'
import type { Scene } from '../state/shown.ts'
import { beadOfSentence, rowElementAt } from './rows.ts'

export type CaretModeProps = {
  scene: Scene
  /** The place to begin at. */
  start: { readonly lang: Lang; readonly at: number }
  /** `true` when words were chosen and the bar is to be offered. */
  onEnd: (chosen: boolean) => void
}

type Caret = { readonly lang: Lang; readonly at: number; readonly anchor: number | null; readonly unit: CaretUnit }

const moves: Readonly<Record<string, readonly [CaretUnit, 1 | -1]>> = {
  ArrowRight: ['character', 1],
  ArrowLeft: ['character', -1],
  w: ['word', 1],
  b: ['word', -1],
  ArrowDown: ['sentence', 1],
  ArrowUp: ['sentence', -1],
}

/**
 * A caret in the text for those who choose words by keyboard: it moves by character, word and sentence; Space begins
 * the selection and ends it. What it stands before is read out. The selection is the browser's own.
 */
export function CaretMode({ scene, start, onEnd }: CaretModeProps) {
  const { t } = useTranslation('notes')
  const box = useRef<HTMLDivElement>(null)
  const line = useRef<HTMLDivElement>(null)
  const [caret, setCaret] = useState<Caret>({ ...start, anchor: null, unit: 'word' })
  const text: CaretText = { ...scene.corpus.sides[caret.lang], lang: caret.lang }

  useEffect(() => {
    const before = document.activeElement
    box.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  useLayoutEffect(() => {
    const row = rowElementAt(scene, caret.lang, caret.at)
    const place = row === null ? null : domPlace(row, caret.lang, caret.at)
    if (line.current === null || place === null || row === null) return
    const range = document.createRange()
    range.setStart(place.node, place.offset)
    const at = range.getBoundingClientRect()
    Object.assign(line.current.style, {
      insetBlockStart: `${at.top + window.scrollY}px`,
      insetInlineStart: `${at.left + window.scrollX}px`,
      blockSize: `${at.height || 20}px`,
    })
    line.current.scrollIntoView({ block: 'nearest' })
    if (caret.anchor === null) return
    const from = Math.min(caret.anchor, caret.at)
    const to = Math.max(caret.anchor, caret.at)
    const rows = [rowElementAt(scene, caret.lang, from), rowElementAt(scene, caret.lang, to)] as const
    if (rows[0] !== null && rows[1] !== null && from < to)
      selectRun(document, [rows[0], rows[1]], caret.lang, { from, to })
  }, [scene, caret])

  const press = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey) return
    const arrow =
      event.ctrlKey && event.key === 'ArrowRight' ? 'w' : event.ctrlKey && event.key === 'ArrowLeft' ? 'b' : event.key
    const move = moves[arrow]
    if (move !== undefined) {
      const [unit, direction] = move
      setCaret({ ...caret, unit, at: stepCaret(text, caret.at, unit, direction, caret.anchor !== null) })
    } else if (event.key === ' ') {
      if (caret.anchor === null) setCaret({ ...caret, anchor: caret.at })
      else if (caret.anchor === caret.at) setCaret({ ...caret, anchor: null })
      else onEnd(true)
    } else if (event.key === 'Enter' && caret.anchor !== null && caret.anchor !== caret.at) {
      onEnd(true)
    } else if (event.key === 'x' && caret.anchor === null) {
      const lang = otherLang(caret.lang)
      const at = counterpart(scene, caret)
      if (at !== null) setCaret({ lang, at, anchor: null, unit: 'sentence' })
    } else if (event.key === 'Escape') {
      document.getSelection()?.removeAllRanges()
      onEnd(false)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  const said =
    caret.anchor === null
      ? textAt(text, caret.at, caret.unit)
      : text.text.slice(Math.min(caret.anchor, caret.at), Math.max(caret.anchor, caret.at))
  return (
    <>
      <div ref={line} className="note-caret" aria-hidden="true" />
      <div
        ref={box}
        className="caret-help"
        role="application"
        tabIndex={0}
        aria-label={t('caret.label')}
        aria-describedby="caret-keys"
        onKeyDown={press}
        onBlur={() => onEnd(false)}
      >
        <p>{t(caret.anchor === null ? 'caret.moving' : 'caret.selecting')}</p>
        <p id="caret-keys" className="caret-keys">
          {t('caret.keys')}
        </p>
        <p className="visually-hidden" aria-live="assertive" lang={caret.lang}>
          {said}
        </p>
      </div>
    </>
  )
}

/** The beginning of the sentence bead's text on the other side; `null` when it has none there. */
function counterpart(scene: Scene, { lang, at }: Caret): number | null {
  const bead = beadOfSentence(scene, lang, sentenceAt(scene.corpus.sides[lang].sentences, at))
  if (bead === null) return null
  const other = otherLang(lang)
  const run = bead[other]
  return run.from === run.to ? null : (scene.corpus.sides[other].sentences[run.from]?.from ?? null)
}
