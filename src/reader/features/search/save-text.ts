/** Hands a text to the reader as a file. Nothing leaves the browser. */
export function saveText(name: string, type: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  link.download = name
  link.click()
  // The browser has to have begun by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
