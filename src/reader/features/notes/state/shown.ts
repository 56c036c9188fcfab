import type { Anchoring } from '../../../../annotations/anchor.ts'
import type { Annotation } from '../../../../annotations/annotation.ts'
import type { Ground } from '../../../../annotations/ground.ts'
import type { ByLang } from '../../../../corpus/lang.ts'
import type { Corpus } from '../../../../corpus/notice.ts'

/** The notice that the page shows, made ready for anchoring. */
export type Scene = { readonly corpus: Corpus; readonly grounds: ByLang<Ground> }

/** Whose a note is: the reader's own, the editor's, or one that a link shows and that is nobody's yet. */
export type Owner = 'own' | 'published' | 'shared'

export type ShownNote = { readonly note: Annotation; readonly owner: Owner; readonly anchoring: Anchoring }
