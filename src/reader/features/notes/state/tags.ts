/** Tags as they are typed: parted by commas, full-width ones too. Each once, trimmed, in the order given. */
export function parseTags(typed: string): string[] {
  const tags = typed.split(/[,，、\n]/u).map((tag) => tag.trim())
  return [...new Set(tags.filter((tag) => tag !== ''))]
}

/** Back to what can be typed. A comma inside a tag from elsewhere would cut it, so it is shown as another sign. */
export function formatTags(tags: readonly string[]): string {
  return tags.map((tag) => tag.replaceAll(/[,，、\n]/gu, ';')).join(', ')
}
