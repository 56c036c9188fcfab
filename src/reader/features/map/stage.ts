import type { LayerName } from '../../state/layers.ts'

const svg = 'http://www.w3.org/2000/svg'

const bars = ['en', 'zh-Hant', 'gaps', 'uneven'] as const

type PathName = (typeof bars)[number] | LayerName

/** The elements of the map: a slider with the picture in it, and the words beside the row that is pointed at. */
export type Stage = {
  readonly slider: HTMLElement
  readonly paths: Readonly<Record<PathName, SVGPathElement>>
  readonly resize: (height: number) => void
  /** The part of the notice that is in the window. */
  readonly showView: (from: number, to: number) => void
  readonly tell: (index: number, count: number, words: string, top: number) => void
}

export function createStage(place: HTMLElement, lanes: readonly LayerName[], width: number): Stage {
  const page = place.ownerDocument
  const slider = page.createElement('div')
  slider.className = 'map-slider'
  slider.tabIndex = 0
  slider.setAttribute('role', 'slider')
  slider.setAttribute('aria-orientation', 'vertical')
  slider.setAttribute('aria-label', place.getAttribute('aria-label') ?? '')
  const picture = page.createElementNS(svg, 'svg')
  picture.setAttribute('width', String(width))
  picture.setAttribute('aria-hidden', 'true')
  const view = page.createElementNS(svg, 'rect')
  view.setAttribute('class', 'map-view')
  view.setAttribute('width', String(width))
  picture.append(view)
  const path = (name: PathName): SVGPathElement => {
    const one = page.createElementNS(svg, 'path')
    one.setAttribute('class', `map-${name}`)
    picture.append(one)
    return one
  }
  const paths = Object.fromEntries([...bars, ...lanes].map((name) => [name, path(name)])) as Stage['paths']
  const words = page.createElement('span')
  words.className = 'map-words'
  words.setAttribute('aria-hidden', 'true')
  slider.append(picture, words)
  place.append(slider)
  return {
    slider,
    paths,
    resize: (height) => {
      picture.setAttribute('height', String(height))
    },
    showView: (from, to) => {
      view.setAttribute('y', String(from))
      view.setAttribute('height', String(Math.max(3, to - from)))
    },
    tell: (index, count, text, top) => {
      slider.setAttribute('aria-valuemin', '1')
      slider.setAttribute('aria-valuemax', String(count))
      slider.setAttribute('aria-valuenow', String(index + 1))
      slider.setAttribute('aria-valuetext', text)
      words.textContent = text
      words.style.insetBlockStart = `${top}px`
    },
  }
}
