import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatTarget, type Target } from '../../../corpus/address.ts'
import { byLang, langs, type Lang } from '../../../corpus/lang.ts'
import { citationFormats, formatCitation, type Citation, type CitationFormat } from '../../../exchange/citation.ts'
import { formatDate } from '../../i18n/dates.ts'
import { Choice } from '../../islands/Choice.tsx'
import { useReader, type Reader } from '../../islands/reader.ts'
import { citedLanguages, keepChoice, readChoice, type CitationChoice, type CitedLanguages } from './choice.ts'
import { copy } from './clipboard.ts'
import { Modal } from '../../panels/Modal.tsx'
import { linkTo, wordsOf } from './passage.ts'

const languageLabels = { both: 'links.both', en: 'links.english', 'zh-Hant': 'links.chinese' } as const
const formatLabels = {
  text: 'links.text',
  markdown: 'links.markdown',
  html: 'links.html',
  bibtex: 'links.bibtex',
} as const

/** A passage as a citation: which languages, in which format, and the text itself to look at before it is copied. */
export function Cite({ target, onClose }: { target: Target; onClose: () => void }) {
  const { t } = useTranslation('links')
  const reader = useReader()
  const id = formatTarget(target)
  const [choice, setChoice] = useState(() => readChoice(() => window.localStorage))
  const [citation, setCitation] = useState<Citation | 'failed' | null>(null)
  const [refused, setRefused] = useState(false)
  useEffect(() => {
    gather(reader, target).then(setCitation, () => setCitation('failed'))
  }, [reader, target])

  const choose = (change: Partial<CitationChoice>): void => {
    const next = { ...choice, ...change }
    setChoice(next)
    setRefused(false)
    keepChoice(() => window.localStorage, next)
  }
  const text =
    citation === null || citation === 'failed' ? '' : formatCitation(citation, cited(choice.languages), choice.format)
  const take = async (): Promise<void> => {
    if (await copy(text, choice.format === 'html' ? text : undefined)) {
      reader.say(t('links.cited', { id }))
      onClose()
    } else setRefused(true)
  }
  return (
    <Modal title={t('links.citeTitle', { id })} onClose={onClose}>
      <Choice
        legend={t('links.languages')}
        name="cited-languages"
        value={choice.languages}
        options={citedLanguages.map((value) => ({ value, label: t(languageLabels[value]) }))}
        onChoose={(languages: CitedLanguages) => choose({ languages })}
      />
      <Choice
        legend={t('links.format')}
        name="citation-format"
        value={choice.format}
        options={citationFormats.map((value) => ({ value, label: t(formatLabels[value]) }))}
        onChoose={(format: CitationFormat) => choose({ format })}
      />
      {citation === 'failed' || refused ? <p role="alert">{t(refused ? 'links.refused' : 'links.failed')}</p> : null}
      <textarea readOnly rows={8} value={text} aria-label={t('links.preview')} lang={oneLanguage(choice.languages)} />
      <p>
        <button type="button" className="plain" disabled={text === ''} onClick={() => void take()}>
          {t('links.copy')}
        </button>
      </p>
    </Modal>
  )
}

function cited(languages: CitedLanguages): readonly Lang[] {
  return languages === 'both' ? langs : [languages]
}

/** Both languages in one box go by the script that needs telling. */
function oneLanguage(languages: CitedLanguages): Lang {
  return languages === 'en' ? 'en' : 'zh-Hant'
}

async function gather({ loadCorpus, loadManifest, address }: Reader, target: Target): Promise<Citation> {
  const [corpus, manifest] = await Promise.all([loadCorpus(), loadManifest()])
  const published = corpus.published ?? null
  const day = published === null ? null : byLang((lang) => formatDate(published.slice(0, 10), lang) ?? published)
  return {
    locus: formatTarget(target),
    notice: corpus.id,
    titles: byLang((lang) => corpus.titles[lang].text),
    words: wordsOf(corpus, target),
    published,
    day,
    collection: manifest.title,
    link: linkTo(corpus, target, address.get(), window.location),
  }
}
