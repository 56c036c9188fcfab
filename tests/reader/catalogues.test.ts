import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { locales, type Locale } from '../../src/corpus/locale.ts'
import { allCatalogues } from '../../src/reader/i18n/all-catalogues.ts'
import { panelNames } from '../../src/reader/state/panel-names.ts'
import { namespaces, type Catalogue, type Namespace } from '../../src/reader/i18n/namespaces.ts'

function catalogueOf(locale: Locale, namespace: Namespace): Catalogue {
  return allCatalogues(locale)[namespace] ?? {}
}

const cases = namespaces.flatMap((namespace) => locales.map((locale) => [namespace, locale] as const))
const everyKey = (locale: Locale): string[] =>
  namespaces.flatMap((namespace) => Object.keys(catalogueOf(locale, namespace)))

const folder = new URL('../../src/reader/', import.meta.url)
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }))

/** Keys without their plural endings. */
function baseKeys(catalogue: Readonly<Record<string, string>>): string[] {
  return [...new Set(Object.keys(catalogue).map((key) => key.replace(/_(zero|one|two|few|many|other)$/, '')))].sort()
}

/** Every string literal in the reader's sources that has the shape of a key. */
function literals(): Set<string> {
  return new Set(
    sources.flatMap(({ text }) =>
      [...text.matchAll(/'([a-z][A-Za-z]*(?:\.[A-Za-z]+)?)'/g)].map(([, key]) => key ?? ''),
    ),
  )
}

describe('catalogues', () => {
  it('are there for every namespace and locale, and no others', () => {
    const folders = readdirSync(new URL('../../src/locales/', import.meta.url), { recursive: true, encoding: 'utf8' })
    expect(folders.filter((file) => file.endsWith('.json')).sort()).toEqual(
      cases.map(([namespace, locale]) => `${namespace}/${locale}.json`).sort(),
    )
  })

  it('name each key once, whatever its namespace', () => {
    const keys = everyKey('en')
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it.each(cases)('%s in %s has every key that another language has', (namespace, locale) => {
    expect(baseKeys(catalogueOf(locale, namespace))).toEqual(baseKeys(catalogueOf('en', namespace)))
  })

  it.each(cases)('%s in %s has the plural forms that its language needs, and no others', (namespace, locale) => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
    const catalogue = catalogueOf(locale, namespace)
    for (const key of Object.keys(catalogue)) {
      const form = /_(zero|one|two|few|many|other)$/.exec(key)?.[1]
      if (form === undefined) continue
      const base = key.slice(0, -form.length - 1)
      expect(
        needed.filter((one) => !(`${base}_${one}` in catalogue)),
        `${key} needs these forms too`,
      ).toEqual([])
      expect(needed).toContain(form)
    }
  })

  it.each(cases)('%s in %s fills in what the English fills in', (namespace, locale) => {
    const names = (text = ''): string[] => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name ?? '').sort()
    const english = catalogueOf('en', namespace)
    const englishFor = (key: string): string | undefined => english[key] ?? english[key.replace(/_\w+$/, '_other')]
    for (const [key, text] of Object.entries(catalogueOf(locale, namespace)))
      expect(names(text), key).toEqual(names(englishFor(key)))
  })

  it('hold no key that the reader does not use', () => {
    const used = literals()
    const keys = namespaces.flatMap((namespace) => baseKeys(catalogueOf('en', namespace)))
    const named = new Set(panelNames.map((name) => `panel.${name}`))
    expect(keys.filter((key) => !used.has(key) && !named.has(key))).toEqual([])
  })

  it('hold every key that the reader uses', () => {
    const used = sources.flatMap(({ text }) => [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key ?? ''))
    expect(used.length).toBeGreaterThan(20)
    const keys = new Set(namespaces.flatMap((namespace) => baseKeys(catalogueOf('en', namespace))))
    expect(used.filter((key) => !keys.has(key))).toEqual([])
  })

  it('say nothing in the other language', () => {
    const han = namespaces.flatMap((namespace) =>
      Object.entries(catalogueOf('en', namespace)).filter(
        ([key, text]) => key !== 'brand.han' && /\p{Script=Han}/u.test(text),
      ),
    )
    expect(han).toEqual([])
  })
})

describe('visible strings', () => {
  const visible = new Set(['aria-label', 'aria-description', 'title', 'alt', 'placeholder', 'label', 'legend'])
  // A language is named in itself, in every catalogue alike.
  const allowed = new Set(['English', '繁體中文', '简体中文'])

  it.each(sources.filter(({ file }) => file.endsWith('.tsx')).map(({ file, text }) => [file, text]))(
    '%s has none of its own',
    (file, text) => {
      const found: string[] = []
      const visit = (node: ts.Node): void => {
        if (ts.isJsxText(node) && /\p{Letter}/u.test(node.text)) found.push(node.text.trim())
        if (
          ts.isJsxAttribute(node) &&
          visible.has(node.name.getText()) &&
          node.initializer &&
          ts.isStringLiteral(node.initializer)
        )
          found.push(node.initializer.text)
        const isChild = ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent))
        if (
          isChild &&
          node.expression &&
          ts.isStringLiteralLike(node.expression) &&
          /\p{Letter}/u.test(node.expression.text)
        )
          found.push(node.expression.text)
        if (ts.isStringLiteralLike(node) && /\p{Script=Han}/u.test(node.text)) found.push(node.text)
        ts.forEachChild(node, visit)
      }
      visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
      expect(found.filter((words) => !allowed.has(words))).toEqual([])
    },
  )
})
