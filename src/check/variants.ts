/**
 * Characters that mechanical conversion from Simplified mistakes for one another: 关于 -> 關于 for 關於.
 *
 * Only pairs that careful writers of Traditional Chinese keep apart wherever they live: 台 and 臺, 占 and 佔, 布 and 佈
 * are usage, and no fault.
 * Source  written for this project.
 */

/** A wrong character before the right ones, in words that the dictionary has with a right one only. */
export const confusable: ReadonlyMap<string, readonly string[]> = new Map(
  (
    '于:於 后:後 後:后 并:並併 並:併 復:複覆 複:復覆 覆:復 里:裡裏 裡:里 裏:里 發:髮 髮:發 系:係繫 係:系 繫:系 干:乾幹 乾:幹干 幹:乾干 ' +
    '制:製 製:制 准:準 準:准 只:隻 隻:只 癥:症 症:癥 征:徵 采:採 採:采 游:遊 遊:游 余:餘 餘:余 松:鬆 鬆:松 斗:鬥 鬥:斗 ' +
    '范:範 範:范 云:雲 雲:云 愈:癒 癒:愈 郁:鬱 鬱:郁 御:禦 禦:御 致:緻 緻:致 筑:築 谷:穀 穀:谷 面:麵 麵:面 ' +
    '表:錶 錶:表 板:闆 闆:板 台:颱 臺:颱 颱:台臺 歷:曆 曆:歷 盡:儘 儘:盡 沖:衝 衝:沖 舍:捨 捨:舍 籤:簽 嚮:向 獲:穫 穫:獲 ' +
    '糰:團 鍾:鐘 鐘:鍾 志:誌 誌:志 划:劃 劃:划 捲:卷 傢:家 須:鬚 鬚:須 胡:鬍 鬍:胡 瞭:了 鹹:咸 咸:鹹 丑:醜 醜:丑 几:幾 愿:願 仆:僕 ' +
    '朴:樸 樸:朴 姜:薑 薑:姜 夸:誇 据:據 价:價 万:萬 双:雙 从:從 离:離 适:適 确:確 听:聽 广:廣 厂:廠 虫:蟲 圣:聖 叶:葉 涂:塗 ' +
    '術:朮 朮:術 党:黨 种:種 吁:籲 籲:吁 复:複復覆 发:髮發 历:曆歷 钟:鐘鍾 汇:彙匯 获:穫獲 尽:儘盡 脏:臟髒 当:噹當 纔:才 扎:紮'
  )
    .split(' ')
    .map((pair) => [pair.charAt(0), [...pair.slice(2)]]),
)

/** Words that dictionaries write one way and many careful writers the other. */
export const accepted: ReadonlySet<string> = new Set(
  (
    '標志 盡量 盡快 盡早 盡力 盡可能 采風 制作 游擊 游擊隊 復查 復審 反復 復核 答復 回復 批復 關註 計劃 并州 幽并 了望 游離 ' +
    '周游 郊游 公里 那里 才干 風采 鐘意 鐘愛 鐘情 余地 胡同 表面 聯系人 征文 征集 涂鴉 糊涂 涂改 涂料 征戰 征服 凋謝 鍾錶 里面 占卜 ' +
    '定制 複查 發式 不準 創製 捲軸 面的 海裡 水裡 山裡 老板 覆核 覆審 覆查 回覆 答覆 批覆 反覆 恢復 里長 制服'
  ).split(' '),
)

/** Words that the dictionary lacks. */
export const more: readonly string[] = (
  '複合型 複合式 複合材料 雲計算 雲平台 雲平臺 雲服務 幹細胞 併發症 綜合症 適應症 後遺症 急症 重症 憂鬱症 抑鬱症 炎症 癌症 病症 症狀 製劑 研製 印製 採樣 徵稅 徵集 ' +
  '聯繫 關係 繫帶 骨幹 範疇 範例 術後 產後 售後 事後 裡面 心裡 手裡 這裡 那裡 哪裡 家裡 夜裡 眼裡 城裡 鎮裡 村裡 市裡 縣裡 省裡 後續 滯後 儘管 雜誌 ' +
  '盤點 採集 採訪 採購 採納 採取 採用 開採 徵求 特徵 象徵 表徵 徵收 準用 準此 只會 只需 只在 只想 只為 只不過 只得 只剩 只限 只可 只應'
).split(' ')

/** Characters that by themselves, as a word of its own, stand for another nearly always. */
export const alone: ReadonlyMap<string, string> = new Map(
  Object.entries({ 于: '於', 后: '後', 并: '並', 癥: '症', 髮: '發' }),
)

/** What stands before or behind one of them where it is right: a name, an empress. */
export const aloneRight: Readonly<Record<string, { readonly before: RegExp; readonly after: RegExp }>> = {
  于: {
    before: /[任長員師授席士生記者手隊總理事和與及跟對向由被氏姓名]$/u,
    after: /^(?:家|氏|姓|小姐|先生|女士|老師)/u,
  },
  后: { before: /[皇王太影歌天封帝母武呂蜂蟻視球女西名]$/u, after: /^(?:妃|宮|座|冠|土|羿|稷|氏|里區)/u },
  并: { before: /[幽]$/u, after: /^州/u },
  癥: { before: /^$/u, after: /^[結瘕]/u },
  髮: {
    before: /[頭毛鬚理美染燙長短黑白金剪護銀秀削束散落植生脫掉一假鬈捲直洗辮胎華鶴]$/u,
    after: /^[型妝廊夾絲際飾膠帶質色根]/u,
  },
}

/** At a clause's beginning 于 is a surname as often as a preposition; before these it is the preposition. */
export const opens: Readonly<Record<string, RegExp>> = {
  于: /^(?:\s?[0-9０-９〇一二三四五六七八九十]|[本此該其每各第上下同今])/u,
}

/** Living things and goods that are counted by 隻. */
export const countedByHead =
  /(?<=[一兩二三四五六七八九十百千萬幾數0-9]|[0-9]\s)只(?=[貓狗雞鴨鵝羊豬牛馬兔鳥魚虎熊鼠猴象獅豹鹿蜂蝶蚊手腳眼耳鞋襪船碗杯箱錶]|股票|基金|小[貓狗雞鳥羊豬])/gu
