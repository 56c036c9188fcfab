import type { Colour } from '../../../../annotations/annotation.ts'

/** Each colour has a line of its own as well (notes.css), so that none is told by its colour alone. */
export const colourNames = {
  yellow: 'colour.yellow',
  green: 'colour.green',
  blue: 'colour.blue',
  pink: 'colour.pink',
  orange: 'colour.orange',
  purple: 'colour.purple',
  teal: 'colour.teal',
  grey: 'colour.grey',
} as const satisfies Record<Colour, string>
