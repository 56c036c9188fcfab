import type { Language } from './language.ts'
import type { RecoveryTools } from './tools.ts'

/** What tells whether a text reads better undone; the language is made when first asked for. */
export type MojibakeJudge = { readonly tools: RecoveryTools; readonly language: () => Language }

/** How likely the text is as running Chinese, in nats. */
export function chanceOf(text: string, judge: MojibakeJudge): number {
  const language = judge.language()
  let sum = 0
  let state = language.stateAt(text, 0)
  for (let i = 0; i < text.length; i++) {
    sum += language.logChance(state, text.charCodeAt(i))
    state = language.next()
  }
  return sum
}

export function countBeyondAscii(text: string): number {
  return text.match(/[^\0-\x7f]/gu)?.length ?? 0
}
