import { memo } from 'react'
import { langs, otherLang } from '../../../corpus/lang.ts'
import { useReader } from '../../islands/reader.ts'
import { Text } from '../../notice/Text.tsx'
import { NoticeTitle } from './NoticeTitle.tsx'
import { OptionLink, type OptionProps } from './OptionLink.tsx'
import { Pieces } from './Pieces.tsx'
import type { Line, Lines as FoundLines } from './protocol.ts'
import { hitAddress } from './query-address.ts'
import './lines.css'

export type LinesProps = { lines: FoundLines; query: string; active: number; onChoose: (at: number) => boolean }

/** A concordance: each match in the middle of its line, the other side under it. */
export function Lines({ lines: { lines }, query, active, onChoose }: LinesProps) {
  const reader = useReader()
  return lines.map((line, at) => (
    <LineOption
      key={at}
      line={line}
      at={at}
      isActive={at === active}
      href={hitAddress(reader, query, { notice: line.notice.id, id: line.id })}
      onChoose={onChoose}
    />
  ))
}

const LineOption = memo(function LineOption({ line, ...option }: { line: Line } & Omit<OptionProps, 'children'>) {
  const lang = langs.find((one) => one === line.lang) ?? 'en'
  const other = otherLang(lang)
  return (
    <OptionLink {...option}>
      <span lang={lang} className="search-line">
        <span className="search-left">
          <bdi>
            <Text text={line.left} context={lang} />
          </bdi>
        </span>
        <mark>
          <Text text={line.node} context={lang} />
        </mark>
        <span className="search-right">
          <Text text={line.right} context={lang} />
        </span>
      </span>
      {line.counterpart.length === 0 ? null : (
        <span lang={other} className="search-counterpart">
          <Pieces pieces={line.counterpart} lang={other} />
        </span>
      )}
      <span className="search-source">
        <span className="search-row">{line.id}</span> <NoticeTitle notice={line.notice} />
      </span>
    </OptionLink>
  )
})
