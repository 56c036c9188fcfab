/**
 * Puts text into the clipboard, with a rich form beside it where there is one. Resolves to whether it is there:
 * a browser may refuse.
 */
export async function copy(text: string, html?: string): Promise<boolean> {
  try {
    if (html !== undefined && 'ClipboardItem' in window) {
      const parts = { 'text/plain': text, 'text/html': html }
      const blobs = Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })])
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs) as Record<string, Blob>)])
    } else await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
