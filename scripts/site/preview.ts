import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { byLang } from '../../src/corpus/lang.ts'
import type { Corpus } from '../../src/corpus/notice.ts'
import { indices } from '../../src/corpus/run.ts'
import { loadData } from '../data/load.ts'
import { writeInto } from '../files.ts'
import { sha256 } from '../tools.ts'
import { pictureFont, pictureSvg, type PictureSubject } from './picture.ts'

/**
 * Writes the picture of a link's preview and gives its place below the site's root. Its name tells what is drawn, so a
 * picture that the site which stands there already has is taken over and not drawn again: drawing takes a while.
 * Drawn by resvg with a font of its own, it has the same bytes on every machine.
 */
export async function writePicture(
  out: string,
  subject: PictureSubject,
  previous: string | undefined,
): Promise<string> {
  const svg = pictureSvg(subject)
  const href = `previews/${sha256(svg).slice(0, 16)}.png`
  const before = previous === undefined ? null : join(previous, href)
  await writeInto(out, href, before !== null && existsSync(before) ? await readFile(before) : await draw(svg))
  return href
}

/** A notice as its picture shows it. */
export function noticePicture({ titles, published, rows, sides }: Corpus, collection: PictureSubject['collection']) {
  return {
    collection,
    titles: byLang((lang) => titles[lang].text),
    date: published?.slice(0, 10) ?? '',
    rows: rows.map((row) =>
      byLang((lang) =>
        indices(row[lang]).reduce((sum, index) => {
          const at = sides[lang].paragraphs[index]?.at
          return at === undefined ? sum : sum + at.to - at.from
        }, 0),
      ),
    ),
  } satisfies PictureSubject
}

/** The collection itself: its name alone. */
export function collectionPicture(title: PictureSubject['collection']): PictureSubject {
  return { collection: title, titles: title, date: '', rows: [] }
}

let ready: Promise<Uint8Array> | null = null

async function draw(svg: string): Promise<Uint8Array> {
  ready ??= initWasm(loadData('resvg.wasm')).then(() => loadData('preview-font.ttf'))
  const font = await ready
  const drawing = new Resvg(svg, {
    font: { fontBuffers: [font], loadSystemFonts: false, defaultFontFamily: pictureFont },
  })
  const image = drawing.render()
  const png = image.asPng()
  image.free()
  drawing.free()
  return png
}
