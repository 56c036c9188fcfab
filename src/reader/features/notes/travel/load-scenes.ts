import { groundOf } from '../../../../annotations/ground.ts'
import type { NoticeId } from '../../../../corpus/ids.ts'
import { byLang } from '../../../../corpus/lang.ts'
import type { Corpus } from '../../../../corpus/notice.ts'
import { versions } from '../../../../corpus/version.ts'
import { onceLoaded } from '../../../state/load-file.ts'
import type { Session } from '../state/session.ts'
import type { Scene } from '../state/shown.ts'

/** Corpus files that are asked for at the same time. */
const atOnce = 4

/** The notices of the site that are wanted, made ready for anchoring. One that cannot be fetched is left out. */
export async function loadScenes(
  { reader, scene }: Session,
  wanted: (id: NoticeId) => boolean,
): Promise<ReadonlyMap<NoticeId, Scene>> {
  const here = scene.get()
  const scenes = new Map<NoticeId, Scene>(here === null ? [] : [[here.corpus.id, here]])
  const manifest = await reader.loadManifest().catch(() => null)
  const missing = (manifest?.notices ?? []).filter(({ id }) => wanted(id) && !scenes.has(id))
  for (let from = 0; from < missing.length; from += atOnce)
    await Promise.all(
      missing.slice(from, from + atOnce).map(async ({ id, corpus: { href } }) => {
        const corpus = await onceLoaded<Corpus>(reader.page.root + href, versions.corpus)().catch(() => null)
        if (corpus !== null) scenes.set(id, { corpus, grounds: byLang((lang) => groundOf(corpus, lang)) })
      }),
    )
  return scenes
}
