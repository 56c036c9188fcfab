/**
 * Pointing at a sentence, touching it or moving to it with the keyboard lights its counterpart;
 * the same for a term, also where it stands inside a longer one. By delegation over `data-bead` and `data-term`: one listener for any number of rows.
 *
 * Keyboard: from a row's own link, the right and left arrow go through its sentence beads, Escape goes back.
 * Sentences are no tab stops, or a long notice would have thousands of them.
 */
export function lightCounterparts(rows: HTMLElement): void {
  const painter = litPainter()
  let held: Element | null = null

  rows.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'mouse') painter.light(event.target instanceof Element ? event.target : null, held)
  })
  rows.addEventListener('pointerleave', () => painter.light(null, held))
  rows.addEventListener('focusin', (event) =>
    painter.light(event.target instanceof Element ? event.target : null, held),
  )
  rows.addEventListener('focusout', () => painter.light(null, held))
  rows.addEventListener('click', (event) => {
    const sentence = event.target instanceof Element ? event.target.closest('[data-bead]') : null
    // The end of a selection is no tap.
    if (window.getSelection()?.isCollapsed === false) return
    held = sentence === held ? null : sentence
    painter.light(held, held)
  })
  rows.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (stepThroughBeads(event.target, event.key)) event.preventDefault()
  })
}

function litPainter() {
  let lit: readonly Element[] = []
  return {
    light(pointed: Element | null, held: Element | null): void {
      const next = counterparts(pointed?.closest('[data-bead]') ?? held, pointed?.closest('[data-term]') ?? null)
      for (const element of lit) if (!next.includes(element)) element.removeAttribute('data-lit')
      for (const element of next) element.setAttribute('data-lit', '')
      lit = next
    },
  }
}

function counterparts(sentence: Element | null, term: Element | null): Element[] {
  const row = (sentence ?? term)?.closest('.row')
  if (!row) return []
  const bead = sentence?.getAttribute('data-bead')
  const beads = bead ? [...row.querySelectorAll(`[data-bead="${bead}"]`)] : []
  const termId = term?.getAttribute('data-term')
  return [...beads, ...(termId ? termsIn(beads, row, termId) : [])]
}

/** In the bead; on a side where the bead has none, in the row, since sentences are cut differently. */
function termsIn(beads: readonly Element[], row: Element, id: string): Element[] {
  const named = `[data-term="${id}"], [data-inner="${id}"]`
  return [...row.querySelectorAll('[data-side]')].flatMap((side) => {
    const here = beads.filter((bead) => side.contains(bead)).flatMap((bead) => [...bead.querySelectorAll(named)])
    return here.length > 0 ? here : [...side.querySelectorAll(named)]
  })
}

function stepThroughBeads(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false
  const row = target.closest<HTMLElement>('.row')
  const link = row?.querySelector<HTMLElement>('.row-id')
  if (!row || !link || !(target === link || target.matches('[data-bead]'))) return false
  if (key === 'Escape' && target !== link) {
    link.focus()
    return true
  }
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  if (step === 0) return false
  // One stop for each bead: its first element that is shown.
  const stops = new Map<string, HTMLElement>()
  for (const element of row.querySelectorAll<HTMLElement>('[data-bead]')) {
    const bead = element.dataset.bead ?? ''
    if (!stops.has(bead) && element.getClientRects().length > 0) stops.set(bead, element)
  }
  const beads = [...stops.keys()]
  const at = beads.indexOf(target.dataset.bead ?? '')
  const next = stops.get(beads[at + step] ?? '')
  if (next === undefined) {
    if (step < 0) link.focus()
    return true
  }
  next.tabIndex = -1
  next.focus()
  return true
}
