import type { PutLayer } from '../../dom/text-layers.ts'
import { setTextLayer, type TextLayer } from '../../dom/text-layers.ts'
import type { Reader } from '../../islands/reader.ts'

/**
 * Shows the Chinese in the script that the address asks for and with the readings that the settings ask for. Both need
 * dictionaries, which are fetched when they are first asked for.
 */
export function followShownText(page: Document, reader: Reader): void {
  const { address, settings } = reader
  if (reader.page.kind !== 'notice') return
  // Whoever always reads Simplified need not ask for it again; the address says what is shown.
  if (settings.get().script === 'Hans' && address.get().script === 'received')
    address.change({ script: 'Hans' }, 'replace')
  const script = layerSwitch(page, reader, 'script', async () => (await import('./simplify.ts')).simplify)
  const readings = layerSwitch(page, reader, 'readings', async () => (await import('./readings.ts')).showReadings)
  const follow = (): void => {
    script(address.get().script === 'Hans')
    readings(settings.get().pinyin === 'on')
  }
  follow()
  address.subscribe(follow)
  settings.subscribe(follow)
}

/** Puts a layer on or takes it off, as it was asked for last while its code was on its way. */
function layerSwitch(
  page: Document,
  { say, words }: Pick<Reader, 'say' | 'words'>,
  name: TextLayer,
  load: () => Promise<(page: Document) => ReturnType<PutLayer>>,
): (wanted: boolean) => void {
  let asked = false
  return (wanted) => {
    if (wanted === asked) return
    asked = wanted
    if (!wanted) {
      setTextLayer(page, name, null)
      return
    }
    load().then(
      (put) => {
        if (asked) setTextLayer(page, name, () => put(page))
      },
      () => {
        asked = false
        say(words.t('feature.failed'))
      },
    )
  }
}
