import { fold } from './fold.ts'
import { stem } from './stem.ts'

/**
 * The words of a dictionary sense, as stems: what an English text would say for the headword.
 *
 * `(practical) solution to a problem` → solut, problem. Remarks in brackets, classifiers, cross references and
 * grammar words are no translation; a sense that is nothing but grammar words keeps them (`和`: and).
 * Each part of a sense between semicolons or commas is a sense of its own.
 */
export function senseStems(sense: string): string[][] {
  if (
    /^(?:CL:|see |see also |variant of |old variant|also written|also pr\.|surname |used in |\(?Tw\)? also)/i.test(
      sense,
    )
  )
    return []
  const plain = sense.replace(/\([^)]*\)|\[[^\]]*\]|"[^"]*"/g, ' ').replace(/\p{sc=Han}[^\s]*/gu, ' ')
  return (
    plain
      .split(/[;,/]/)
      .map((part) => {
        const all = [...fold(part).matchAll(/[a-z0-9]+(?:['’][a-z]+)?/g)].map(([word]) => word)
        const content = all.filter((word) => !grammarWords.has(word))
        return (content.length > 0 ? content : all.filter((word) => !fillers.has(word))).map(stem)
      })
      // A definition of many words describes the thing; its words are no translations of it.
      .filter((stems) => stems.length > 0 && stems.length <= longestSense)
  )
}

const longestSense = 6

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const fillers = words('sth sb somebody something someone one’s oneself etc esp usu lit fig abbr')

export const grammarWords: ReadonlySet<string> = words(
  'a an the to of in on at by for with from into onto as is are be been being was were am do does did has have had it its he she his her they them their one s this that these those which who whom whose or and not sth sb somebody something someone oneself etc esp usu lit fig abbr i you we us our your my me will would shall should can could may might must than then there',
)
