import type { PagePart } from './extract/draft.ts'

/**
 * Which blocks of a page are site furniture and no part of the notice?
 *
 * Rules over the blocks' text and place, each named by the reason that an author and a reader are shown.
 * A block is proposed on its own words (copyright line, registration number, address …), where the page's markup puts
 * it beside the text (navigation, page foot, side column), or because it stands in the head or foot of the page: before
 * the first block that ends like a sentence, or after the last one. Nothing is proposed between those two on its place
 * alone, so a heading inside a notice is safe.
 *
 * Shapes  blocks in reading order; the result is sorted by index, each index once.
 */
export type DropProposal = { readonly index: number; readonly reason: string }

export type DropCandidate = {
  readonly text: string
  /** Where the page's markup says that the block stands; absent for its text. */
  readonly part?: PagePart
}

/** Furniture is short; a paragraph longer than this is read as part of the notice whatever it mentions. */
const furnitureLength = 240

/** A block of at least this many characters that ends like a sentence is body text. */
const bodyLength = 40

/** What the line under a title names; it names two of these or more, each with a colon. */
const bylineLabels =
  '(?:author|source|editor|time|date|hits|(?:page )?views|published|posted|(?:last )?(?:updated|modified|reviewed)|作者|來源|来源|資料來源|編輯|编辑|責編|责编|時間|时间|(?:發[布佈表]|发[布表]|張貼|更新|修改|最後更新)?(?:時間|时间|日期|單位|单位)|最後更新|點擊|点击|點閱|瀏覽|浏览|閱讀|阅读|人氣)'

/** On its words alone. `[:：]` may have been narrowed or widened on the way. */
const byWords: readonly (readonly [reason: string, pattern: RegExp])[] = [
  ['copyright line', /©|\(c\)\s*\d{4}|copyright|all rights? reserved|(?:版權|版权|著作權)(?:所有|聲明|声明)/iu],
  ['site registration number', /ICP\s*(?:備|备|證|证)|(?:公網安備|公网安备)/u],
  ['author, time and hits line', new RegExp(`^(?:${bylineLabels}[^:：]{0,4}[:：].*){2}`, 'iu')],
  [
    'cookie notice',
    /^(?:we|(?:this|our) (?:web)?site|本網站|本网站|本站|我們)\s*(?:may )?(?:uses?|使用|會使用)\s*cookies?/iu,
  ],
  [
    'follow-us line',
    /^.{0,12}(?:公眾號|公众号|關注我們|关注我们|掃一掃|扫一扫|掃碼|扫码|follow us|share (?:this|to)|wechat|微信)[^。！？.!?]{0,30}$/iu,
  ],
  [
    'navigation',
    /^(?::::|(?:skip to (?:main )?content|home|previous|next|back to top)(?:\s*[>»›:：|/].{0,60})?|(?:首頁|首页|當前位置|当前位置|您的位置|新[聞闻](?:中心|動態|动态|資訊|资讯|快訊|快讯)|返回(?:頂部|顶部|列表|頁首|页首)|回首頁|回上一?頁|上一[篇則则]|下一[篇則则]|跳[到至]主要?內容(?:區塊?)?|網站導覽|網頁指南|友善列印)(?:[\s>»›:：|].{0,60})?)$/iu,
  ],
]

/** On its words, but not where they are a sentence's: a notice tells whom to call and where to write. */
const unlessSentence: readonly (readonly [reason: string, pattern: RegExp])[] = [
  [
    'telephone or e-mail line',
    /(?:電話|电话|熱線|热线|傳真|传真|郵箱|邮箱|\b(?:tel(?:ephone)?|phone|fax|e-?mail)\b)\s*[.:：]?\s*(?:[(（]?\+?\d[\d\s()（）-]{5,}|[^\s@]+@[^\s@]+)/iu,
  ],
  [
    'postal address',
    /(?:地址|\baddress)\s*[:：]|[\p{Script=Han}]{2,}(?:省|市)[\p{Script=Han}]{1,}(?:區|区|縣|县|市)[\p{Script=Han}]{1,}(?:路|街|道|大道)\s*\d+\s*(?:號|号)/u,
  ],
]

/** In the page's head or foot, besides. */
const byPlace: readonly (readonly [reason: string, pattern: RegExp])[] = [
  ['site name', /^(?!.*\d{2}).*\S\s*(?:[|_·•»]|[-–—](?![\d]))\s*\S/u],
  [
    'contact line',
    /^.{0,12}(?:咨詢|咨询|諮詢|聯系我們|联系我们|聯繫我們|聯絡我們|客服|contact us|about us|關于我們|关于我们|關於我們)$/iu,
  ],
]

export function proposeDrops(blocks: readonly DropCandidate[]): DropProposal[] {
  const texts = blocks.map(({ text }) => text.replaceAll(/\s+/gu, ' ').trim())
  const isBody = (text: string): boolean =>
    text.length >= bodyLength && /[.!?。！？;；:：…][”’"'」』）)]*$/u.test(text) && wordReason(text) === null
  // A page whose whole text stands in what it calls its foot or side says nothing by that.
  const saysParts = texts.some((text, index) => blocks[index]?.part === undefined && (isBody(text) || isSentence(text)))
  const parts = blocks.map(({ part }) => (saysParts ? part : undefined))
  const isText = (text: string, index: number): boolean => parts[index] === undefined && isBody(text)
  const first = texts.findIndex(isText)
  const last = texts.findLastIndex(isText)
  return texts.flatMap((text, index) => {
    const part = parts[index]
    const outside = first >= 0 && (index < first || index > last)
    const byPart = part === 'links' ? (outside ? 'navigation' : null) : (part ?? null)
    const reason = wordReason(text) ?? byPart ?? (outside ? reasonFor(text, byPlace) : null)
    return reason === null ? [] : [{ index, reason }]
  })
}

function wordReason(text: string): string | null {
  return reasonFor(text, byWords) ?? (isSentence(text) ? null : reasonFor(text, unlessSentence))
}

/** A full stop of English also ends a line like “Tel. 123.”; a sentence is longer. */
function isSentence(text: string): boolean {
  return /[。！？][」』）]*$/u.test(text) || (text.length >= bodyLength && /[.!?][”’"')]*$/u.test(text))
}

function reasonFor(text: string, rules: readonly (readonly [string, RegExp])[]): string | null {
  if (text.length > furnitureLength) return null
  return rules.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}
