/** One entry of a Chinese–English dictionary, as CC-CEDICT has them. */
export type DictionaryEntry = {
  readonly traditional: string
  readonly simplified: string
  /** Numbered pinyin, syllables parted by spaces: `lin2 chuang2`. */
  readonly pinyin: string
  /** English senses, each as the dictionary words it. */
  readonly senses: readonly string[]
}
