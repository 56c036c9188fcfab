import { isNode, LineCounter, parseDocument } from 'yaml'
import type { PlaceInFile } from './yaml.ts'

/**
 * Where the values of a JSON file stand, by their paths: JSON is read as the YAML that it is, since a parser of YAML
 * remembers places. `null` for a path that leads nowhere.
 */
export function placesInJson(text: string): PlaceInFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' })
  return (path) => {
    const found: unknown = path.length === 0 ? document.contents : document.getIn(path, true)
    if (!isNode(found) || found.range == null) return null
    const { line, col } = lines.linePos(found.range[0])
    return { line, column: col }
  }
}
