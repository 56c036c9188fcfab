import { converted, damaged, hongKong, otherFigures, otherSigns, reworded, simplified } from './character-edits.ts'
import type { Document, RowCells } from './document.ts'
import { eachBead, eachRow, everywhere, freshBead, inBoth } from './edit-all.ts'
import {
  copied,
  copiedWith,
  cutInTwo,
  exchanged,
  joined,
  putIn,
  sentencesExchanged,
  siblingOf,
  withSentence,
} from './paragraph-edits.ts'
import type { Chance } from './random.ts'
import {
  negated,
  otherWord,
  otherwiseWritten,
  otherWrittenFigures,
  saidTwice,
  siblingByWord,
  withRareCharacters,
} from './sly-edits.ts'

/**
 * What happens to texts, at random. Each edit takes a document and gives what became of it; characters that stay keep
 * their numbers. `strange` are rows of other documents, for what is put in.
 */
export type EditKind = {
  readonly name: string
  readonly edit: (document: Document, chance: Chance, strange: readonly RowCells[]) => Document
  /** What is done to the document before it is annotated. */
  readonly prepare?: (document: Document, chance: Chance) => Document
  /** The annotated text is what the edit made, and the document what it was: damage is undone. */
  readonly backwards?: true
  readonly copies?: true
}

export const editKinds: readonly EditKind[] = [
  { name: 'paragraphs put in', edit: putIn, copies: true },
  { name: 'paragraphs taken out', edit: eachRow(() => []) },
  { name: 'paragraphs exchanged', edit: exchanged },
  { name: 'paragraphs copied', edit: copied, copies: true },
  { name: 'copied, figures changed', edit: copiedWith(siblingOf), copies: true },
  { name: 'taken out beside a copy with other figures', prepare: copiedWith(siblingOf), edit: eachRow(() => []) },
  { name: 'paragraphs joined', edit: joined },
  { name: 'paragraphs cut in two', edit: eachRow(cutInTwo) },
  {
    name: 'sentences put in',
    edit: (document, chance, strange) =>
      eachRow((row) => [withSentence(row, chance, strange)])(document, chance, strange),
  },
  { name: 'sentences taken out', edit: eachBead(() => []) },
  { name: 'sentences exchanged', edit: sentencesExchanged },
  {
    name: 'sentences replaced',
    edit: (document, chance, strange) =>
      eachBead(() => [freshBead(chance.one(chance.one(strange).beads))])(document, chance, strange),
  },
  {
    name: 'words changed in sentences',
    edit: eachBead((bead, chance) => [inBoth(bead, (cells, lang) => reworded(cells, lang, chance))]),
  },
  {
    name: 'figures changed',
    edit: eachBead((bead, chance) => [inBoth(bead, (cells) => otherFigures(cells, chance))], 0.6),
  },
  {
    name: 'figures in words and full width changed',
    prepare: otherwiseWritten,
    edit: eachBead((bead, chance) => [inBoth(bead, (cells, lang) => otherWrittenFigures(cells, lang, chance))], 0.6),
  },
  {
    name: 'one word changed, or a sentence negated',
    edit: eachBead(
      (bead, chance) => [
        inBoth(bead, (cells, lang) =>
          chance.is(0.5) ? negated(cells, lang, chance) : (otherWord(cells, lang, chance) ?? cells),
        ),
      ],
      0.4,
    ),
  },
  { name: 'copied, one word changed', edit: copiedWith(siblingByWord), copies: true },
  {
    name: 'taken out beside a copy with another word',
    prepare: copiedWith(siblingByWord),
    edit: eachRow(() => []),
  },
  {
    name: 'words said twice in a sentence',
    edit: eachBead((bead, chance) => [inBoth(bead, (cells, lang) => saidTwice(cells, lang, chance))], 0.4),
    copies: true,
  },
  {
    name: 'words said twice, and sentences taken out',
    prepare: (document, chance) =>
      eachBead((bead) => [inBoth(bead, (cells, lang) => saidTwice(cells, lang, chance))], 0.5)(document, chance, []),
    edit: eachBead(() => []),
  },
  {
    name: 'rare characters, paragraphs exchanged',
    prepare: withRareCharacters,
    edit: exchanged,
  },
  { name: 'Traditional to Simplified', edit: everywhere((cells) => converted(cells, simplified)) },
  { name: 'Simplified to Traditional', edit: everywhere((cells) => converted(cells, simplified)), backwards: true },
  { name: 'Taiwan’s customs to Hong Kong’s', edit: everywhere((cells) => converted(cells, hongKong)) },
  { name: 'signs and spaces', edit: everywhere(otherSigns) },
  { name: 'recovery switched off', edit: everywhere(damaged) },
  { name: 'recovery switched on', edit: everywhere(damaged), backwards: true },
  { name: 'several at once', edit: several },
]

/** A copy in which a word was changed back would be more the original than the original is. */
const alone = ['several at once', 'paragraphs copied', 'copied, one word changed']

function several(document: Document, chance: Chance, strange: readonly RowCells[]): Document {
  const plain = editKinds.filter(({ backwards, name }) => backwards !== true && !alone.includes(name))
  const chosen = Array.from({ length: chance.whole(2, 4) }, () => chance.one(plain))
  // A copy of what is changed afterwards would be more the original than the original is.
  const inOrder = [...chosen].sort((a, b) => Number(a.copies === true) - Number(b.copies === true))
  return inOrder.reduce((edited, { edit }) => edit(edited, chance, strange), document)
}
