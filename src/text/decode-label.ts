/**
 * Names of encodings: which of ours does a declared label mean, and does a page declare one itself?
 *
 * Labels follow the WHATWG Encoding Standard, as far as it has names for the encodings that the two languages of a
 * notice come in; GB2312 and GBK are read as GB18030 and Big5 with HKSCS, each of which holds the smaller ones.
 */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'windows-1252'] as const

/** `big5` includes HKSCS; `windows-1252` is what pages labelled Latin-1 or ASCII hold. */
export type Encoding = (typeof encodings)[number]

const labels: Readonly<Record<Encoding, readonly string[]>> = {
  'utf-8': ['utf8', 'utf8mb4', 'unicode11utf8', 'unicode20utf8', 'xunicode20utf8', 'utf8sig'],
  'utf-16le': ['utf16le', 'utf16', 'unicode', 'ucs2', 'iso10646ucs2', 'csunicode', 'unicodefeff'],
  'utf-16be': ['utf16be', 'unicodefffe'],
  gb18030: ['gb18030', 'gbk', 'xgbk', 'gb2312', 'gb231280', 'csgb2312', 'chinese', 'euccn', 'cp936', 'ms936'].concat([
    'windows936',
    'gb180302000',
    'gb180302005',
    'gb180302022',
    'csiso58gb231280',
    'isoir58',
  ]),
  big5: ['big5', 'big5hkscs', 'cnbig5', 'csbig5', 'xxbig5', 'cp950', 'ms950', 'windows950', 'big5eten', 'hkscs'],
  'windows-1252': [
    'windows1252',
    'cp1252',
    'xcp1252',
    'latin1',
    'iso88591',
    'isoir100',
    'l1',
    'ascii',
    'usascii',
  ].concat(['ansix341968', 'cp819', 'ibm819', 'csisolatin1']),
}

/** The encoding that a label means; case, hyphens and the like do not matter. `null` for one that is not read here. */
export function parseEncoding(label: string): Encoding | null {
  const plain = label.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  return encodings.find((encoding) => labels[encoding].includes(plain)) ?? null
}

/** How far into a page a declaration is looked for; the HTML standard asks for 1,024 and browsers look further. */
const declarationWithin = 4096

/**
 * The label that an HTML page declares in its own text (`<meta charset>`, `<meta http-equiv>`, an XML declaration);
 * `null` when it declares none. Read byte by byte as ASCII, which every encoding but UTF-16 leaves readable.
 */
export function charsetInPage(bytes: Uint8Array): string | null {
  const head = Array.from(bytes.subarray(0, declarationWithin), (byte) => String.fromCharCode(byte))
    .join('')
    .replaceAll(/<!--.*?-->/gs, '')
  const xml = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']?([\w.:-]+)/i.exec(head)
  const meta = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)
  return meta?.[1] ?? xml?.[1] ?? null
}
