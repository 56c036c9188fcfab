import { anchor, type Anchoring } from '../../../../annotations/anchor.ts'
import {
  annotationId,
  timeAfter,
  type Annotation,
  type AnnotationId,
  type Colour,
  type Target,
} from '../../../../annotations/annotation.ts'
import { groundOf } from '../../../../annotations/ground.ts'
import { copyOf } from '../../../../annotations/merge.ts'
import { isSame } from '../../../../annotations/same.ts'
import {
  isOvertaken,
  noHistory,
  redo,
  remember,
  undo,
  type AnnotationSet,
  type History,
  type Step,
} from '../../../../annotations/undo.ts'
import { byLang, type Lang } from '../../../../corpus/lang.ts'
import type { Run } from '../../../../corpus/run.ts'
import type { Reader } from '../../../islands/reader.ts'
import { store, type Store, type WritableStore } from '../../../state/store.ts'
import { openTwofold } from '../store/twofold.ts'
import { createKeeper, type Keeper, type Outcome } from '../store/keeper.ts'
import { browserTabs } from '../store/tabs.ts'
import { readMemory, rememberNotes } from './memory.ts'
import { placeAll } from './place-all.ts'
import { fetchPublished } from './published.ts'
import type { Scene, ShownNote } from './shown.ts'

/** What the reader gives a note; all else follows from where it is made. */
export type Fields = Pick<Annotation, 'colour' | 'note' | 'tags'>

/** Words that were chosen to be annotated, and not yet are. */
export type Chosen = { readonly lang: Lang; readonly at: Run; readonly target: Target }

export type Editing =
  | { readonly kind: 'new'; readonly target: Target; readonly colour: Colour; readonly focus: 'note' | 'tags' }
  | { readonly kind: 'change'; readonly note: Annotation }

/** What one session of reading knows of notes. One for a page; panel, margin and bar share it. */
export type Session = {
  readonly reader: Reader
  readonly keeper: Keeper<Annotation>
  /** `null` on a page without a notice, and until the corpus file is there. */
  readonly scene: Store<Scene | null>
  /** The notes of this notice, in the order of the text, orphans last. */
  readonly shown: Store<readonly ShownNote[]>
  readonly history: Store<History>
  readonly active: WritableStore<AnnotationId | null>
  readonly editing: WritableStore<Editing | null>
  /** The orphan that waits for words to be put on by hand. */
  readonly placing: WritableStore<AnnotationId | null>
  /** Notes that a link brought, shown until the reader keeps them or lets them go. */
  readonly shared: WritableStore<readonly Annotation[]>
  readonly own: () => AnnotationSet
  /** Asks for the corpus file, again when it did not come. */
  readonly openScene: () => Promise<void>
  readonly make: (target: Target, fields: Fields) => Promise<Outcome<Annotation>>
  readonly change: (
    note: Annotation,
    change: Partial<Fields & { readonly target: Target }>,
  ) => Promise<Outcome<Annotation>>
  readonly remove: (notes: readonly Annotation[]) => Promise<Outcome<Annotation>>
  readonly perform: (step: Step) => Promise<Outcome<Annotation>>
  /** False when there was nothing to undo, or another tab has changed it since. */
  readonly undo: () => Promise<boolean>
  readonly redo: () => Promise<boolean>
}

const databaseName = 'duidu.notes'

const sessions = new WeakMap<Reader, Session>()

export function sessionOf(reader: Reader): Session {
  const known = sessions.get(reader)
  if (known !== undefined) return known
  const created = createSession(reader)
  sessions.set(reader, created)
  return created
}

function createSession(reader: Reader): Session {
  const tabs = browserTabs(databaseName)
  const keeper = createKeeper<Annotation>({
    open: (events) =>
      openTwofold(
        databaseName,
        {
          same: isSame,
          copy: (value) => {
            const copy = copyOf(value)
            return { id: copy.id, value: copy }
          },
        },
        events,
        tabs,
      ),
    tabs,
  })
  const scene = store<Scene | null>(null)
  const shown = store<readonly ShownNote[]>([])
  const published = store<readonly Annotation[]>([])
  const shared = store<readonly Annotation[]>([])
  const history = store<History>(noHistory)
  const known = new WeakMap<Target, Anchoring>()

  const own = (): AnnotationSet => keeper.get().notes

  const place = placeAll({
    scene,
    owners: () => [
      ['published', published.get()],
      ['shared', shared.get()],
      ['own', own().values()],
    ],
    anchoring: (target, { grounds }) => {
      const before = known.get(target)
      if (before !== undefined) return before
      const found = anchor(grounds[target.lang], target)
      known.set(target, found)
      return found
    },
    done: (notes, { corpus }) => {
      shown.set(notes)
      const rows = new Set(corpus.rows.map(({ id }) => id))
      reader.layers.setLayer(
        'notes',
        notes.flatMap(({ anchoring }) =>
          anchoring.kind === 'orphan' ? [] : anchoring.rows.filter((id) => rows.has(id)),
        ),
      )
    },
  })
  for (const source of [scene, published, shared]) source.subscribe(() => void place())
  let placed = own()
  keeper.subscribe(() => {
    // That a note has been written, or not, moves nothing.
    if (own() === placed) return
    placed = own()
    void place()
  })
  keeper.subscribe(() => {
    const { ready, trouble } = keeper.get()
    if (ready && trouble === null) rememberNotes(own().size)
  })

  const openScene = async (): Promise<void> => {
    const corpus = await reader.loadCorpus()
    if (scene.get() === null) scene.set({ corpus, grounds: byLang((lang) => groundOf(corpus, lang)) })
  }
  if (reader.page.kind === 'notice') {
    // Without the corpus file notes are listed and not painted; the page says so when it matters.
    openScene().catch(() => undefined)
    void fetchPublished(reader).then((notes) => published.set(notes))
  }

  const perform = async (step: Step): Promise<Outcome<Annotation>> => {
    history.set(remember(history.get(), step))
    return apply(step)
  }
  const apply = (step: Step): Promise<Outcome<Annotation>> =>
    keeper.apply({
      put: step.flatMap(({ after }) => after ?? []),
      delete: step.flatMap(({ id, after }) => (after === null ? [id] : [])),
    })
  const back = async (turn: typeof undo): Promise<boolean> => {
    const turned = turn(history.get())
    if (turned === null || isOvertaken(own(), turned.step)) return false
    history.set(turned.history)
    await apply(turned.step)
    return true
  }

  return {
    reader,
    keeper,
    scene,
    shown,
    history,
    shared,
    active: store<AnnotationId | null>(null),
    editing: store<Editing | null>(null),
    placing: store<AnnotationId | null>(null),
    own,
    openScene,
    perform,
    make: (target, fields) => {
      const now = new Date().toISOString()
      const id = annotationId(uuid())
      const { name } = readMemory()
      const creator = name === undefined || name === '' ? {} : { creator: name }
      const after: Annotation = { id, created: now, modified: now, ...creator, ...fields, target }
      return perform([{ id, before: null, after }])
    },
    change: (note, change) => {
      const now = own().get(note.id) ?? note
      const after: Annotation = { ...now, ...change, modified: timeAfter(now.modified, new Date()) }
      return perform([{ id: note.id, before: own().get(note.id) ?? null, after }])
    },
    remove: (notes) => perform(notes.map((note) => ({ id: note.id, before: note, after: null }))),
    undo: () => back(undo),
    redo: () => back(redo),
  }
}

/** RFC 9562, version 4. `crypto.randomUUID` is not there outside secure contexts. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte, at) =>
    (at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0'),
  )
  return [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)]
    .map((part) => part.join(''))
    .join('-')
}
