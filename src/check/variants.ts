/**
 * Words in which mechanical conversion from Simplified puts the wrong one of several Traditional characters, as
 * 关于 -> 關于 for 關於: written as found, then as they should be.
 *
 * Only words that are wrong wherever they stand: 里, 只, 面 and others that are also right by themselves appear in words
 * alone, and words that two others can make between them (限制作用 holds 制作) are left out or fenced in.
 * Source  written for this project from dictionaries of both scripts; CC-CEDICT was asked where in doubt.
 */
const words: Readonly<Record<string, string>> = {
  于於: '關于 对于 對于 至于 由于 位于 屬于 等于 大于 小于 不少于 不多于 不低于 不高于 少于 多于 低于 高于 處于 基于 鑒于 鑑于 用于 適于 便于 利于 限于 介于 于是 終于 在于 過于 善于 敢于 勇于 忠于 濫于 不亞于 來源于 有助于 致力于 從事于 優于 劣于 晚于 早于 有利于 不利于 趨于 急于 甘于 樂于 易于 難于 相當于 不同于 集中于 應用于 服務于 取決于 得益于 立足于 著眼于 歸于 免于 富于 源于 始于 陷于 瀕于 居于 出于 忙于 苦于 安于 慣于 長于 短于 勝于',
  并並: '并且 并非 并不 并未 并沒 并無 并提出 并列 并存 并行 并重 并進 并將 并對 并在 并於 并經 并按 并由 并以 并應 并加 并為 并與',
  后後: '之后 以后 今后 最后 然后 后來 背后 前后 后者 落后 先后 后續 后果 售后 術后 產后 后勤 后期 后代 滯后 隨后 事后 后悔 往后',
  里裡: '這里 那里 哪里 心里 家里 里面 夜里 手里 眼里',
  復複: '復合型 復合材料 復合式 復雜 重復 復制 復印 復數 繁復',
  癥症: '重癥 癌癥 病癥 癥狀 炎癥 急癥 并發癥 並發癥 併發癥 後遺癥 后遺癥 綜合癥 適應癥 不孕癥 憂鬱癥 抑鬱癥 敗血癥 尿毒癥',
  制製: '制造 制藥 制劑 研制 印制 復制 制冷',
  准準: '標准 水准 准確 精准 准備 基准 瞄准',
  系係: '關系',
  系繫: '聯系 維系',
  干幹: '干部 干細胞 骨干 主干 才干 干勁',
  干乾: '干燥 餅干 干旱 干淨',
  采採: '采取 采用 采購 采集 采訪 開采 采納 采樣 采礦',
  征徵: '特征 象征 征求 征收 征集 征稅 表征',
  游遊: '旅游 游戲 游客 導游 游覽',
  余餘: '其余 剩余 業余 多余 余額 余地',
  松鬆: '放松 輕松 寬松',
  斗鬥: '斗爭 奮斗 戰斗',
  范範: '規范 示范 模范 范圍 防范 典范 范例 范疇',
  云雲: '云計算 云端 云平臺 云平台',
  愈癒: '治愈 痊愈 愈合',
  郁鬱: '憂郁 抑郁',
  御禦: '防御 抵御',
  致緻: '精致 細致',
  筑築: '建筑 構筑',
  谷穀: '谷物 稻谷',
}

/** What stands right before one of these words makes it another: 若干部門, 恢復制度. */
const fences: Readonly<Record<string, string>> = {
  干部: '若',
  准備: '核批',
  准確: '核批',
  干細胞: '若',
  復制: '恢修康報回',
  關系: '開機',
}

export type Variant = { readonly was: string; readonly is: string; readonly pair: string }

/** Every word with what it should be and its pair of characters, 于/於. */
export const variants: ReadonlyMap<string, Variant> = new Map(
  Object.entries(words).flatMap(([[wrong = '', right = ''], list]) =>
    list.split(' ').map((was) => [was, { was, is: was.replaceAll(wrong, right), pair: `${wrong}/${right}` }] as const),
  ),
)

/** Where one of them stands; the longest first. */
export const variantPattern = new RegExp(
  [...variants.keys()]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => (fences[word] === undefined ? word : `(?<![${fences[word]}])${word}`))
    .join('|'),
  'gu',
)
