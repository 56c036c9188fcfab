/**
 * Which blocks of a page are site furniture and no part of the notice?
 *
 * Rules over the blocks' text and place, each named by the reason that an author and a reader are shown.
 * A block is proposed on its own words (copyright line, registration number, address …), or because it stands in the
 * head or foot of the page: before the first block that ends like a sentence, or after the last one. Nothing is
 * proposed between those two on its place alone, so a heading inside a notice is safe.
 *
 * Shapes  blocks in reading order; the result is sorted by index, each index once.
 */
export type DropProposal = { readonly index: number; readonly reason: string }

/** Furniture is short; a paragraph longer than this is read as part of the notice whatever it mentions. */
const furnitureLength = 240

/** A block of at least this many characters that ends like a sentence is body text. */
const bodyLength = 40

/** On its words alone. `[:：]` may have been narrowed or widened on the way. */
const byWords: readonly (readonly [reason: string, pattern: RegExp])[] = [
  ['copyright line', /©|\(c\)\s*\d{4}|copyright|all rights? reserved|(?:版權|版权|著作權)(?:所有|聲明|声明)/iu],
  ['site registration number', /ICP\s*(?:備|备|證|证)|(?:公網安備|公网安备)/u],
  [
    'author, time and hits line',
    /^(?=.*[:：])(?:(?:author|source|editor|time|date|hits|views|作者|來源|来源|編輯|编辑|責編|责编|時間|时间|發布時間|发布时间|發表時間|日期|點擊|点击|瀏覽|浏览|閱讀|阅读)(?:量|次數|次数|數|数)?\s*[:：].*){2}/iu,
  ],
  [
    'telephone or e-mail line',
    /(?:電話|电话|熱線|热线|傳真|传真|tel(?:ephone)?|phone|fax|e-?mail|郵箱|邮箱)\s*[.:：]?\s*\(?\+?[\w\d][\d\s()@.\w-]{5,}/iu,
  ],
  [
    'postal address',
    /(?:地址|address)\s*[:：]|[\p{Script=Han}]{2,}(?:省|市)[\p{Script=Han}]{1,}(?:區|区|縣|县|市)[\p{Script=Han}]{1,}(?:路|街|道|大道)\s*\d+\s*(?:號|号)/u,
  ],
  [
    'follow-us line',
    /^.{0,12}(?:公眾號|公众号|關注我們|关注我们|掃一掃|扫一扫|掃碼|扫码|follow us|share (?:this|to)|wechat|微信)[^。！？.!?]{0,30}$/iu,
  ],
  [
    'navigation',
    /^(?:home|首頁|首页|當前位置|当前位置|您的位置|新[聞闻](?:中心|動態|动态|資訊|资讯|快訊|快讯)|返回(?:頂部|顶部|列表)|上一篇|下一篇|previous|next|back to top)(?:[\s>»›:：|].{0,60})?$/iu,
  ],
]

/** In the page's head or foot, besides. */
const byPlace: readonly (readonly [reason: string, pattern: RegExp])[] = [
  ['site name', /\S\s*(?:[|_·•»]|[-–—](?![\d]))\s*\S/u],
  [
    'contact line',
    /^.{0,12}(?:咨詢|咨询|諮詢|聯系我們|联系我们|聯繫我們|客服|contact us|about us|關于我們|关于我们|關於我們)$/iu,
  ],
]

export function proposeDrops(blocks: readonly string[]): DropProposal[] {
  const texts = blocks.map((block) => block.trim())
  const isBody = (text: string): boolean =>
    text.length >= bodyLength && /[.!?。！？;；:：…][”’"'」』）)]*$/u.test(text) && reasonFor(text, byWords) === null
  const first = texts.findIndex(isBody)
  const last = texts.findLastIndex(isBody)
  return texts.flatMap((text, index) => {
    const outside = first >= 0 && (index < first || index > last)
    const reason = reasonFor(text, byWords) ?? (outside ? reasonFor(text, byPlace) : null)
    return reason === null ? [] : [{ index, reason }]
  })
}

function reasonFor(text: string, rules: readonly (readonly [string, RegExp])[]): string | null {
  if (text.length > furnitureLength) return null
  return rules.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}
