import { describe, expect, it } from 'vitest'
import { anchorsIn } from '../../src/recover/anchors.ts'

describe('where a slip may begin', () => {
  const slip = '近日，國家啟動臨床??颇芰ㄔO工作。'

  it.each([
    ['UTF-8 read as Big5', '憡�臬��降�� (AM) ����韏瑚����嗚�'],
    ['Simplified characters that Big5 has no codes for', '一些???于?他?的?号改?威尔斯国会成? (MWP) ?一建?感到惊愕。'],
  ])('is not sought in a line full of marks: %s', (_name, lossy) => {
    expect(anchorsIn(lossy)).toEqual([])
    expect(anchorsIn(`${lossy}\n${slip}`)).toEqual(anchorsIn(slip).map((at) => at + lossy.length + 1))
  })

  it('is not sought in a text full of marks, however short its lines are', () => {
    expect(anchorsIn('一些???于?他?\n'.repeat(60))).toEqual([])
  })
})
