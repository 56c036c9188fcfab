import type { Colour } from '../../../../annotations/annotation.ts'

/** A colour with its line, as it is painted in the text. Its name stands beside it or on the button that it is in. */
export function Swatch({ colour }: { colour: Colour }) {
  return <span className="swatch" data-colour={colour} aria-hidden="true" />
}
