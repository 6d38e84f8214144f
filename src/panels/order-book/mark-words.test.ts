import { describe, expect, it } from 'vitest'
import type { LadderMark } from '../../domain/ladder-marks'
import type { OwnMark } from '../../domain/own-marks'
import { markGlyphs, markWords, shortMarkWords } from './mark-words'

const placed = (kind: OwnMark['kind'], price: number, side: OwnMark['side'] = 'long'): LadderMark => ({
  mark: { key: kind, kind, price, size: 3.2, side },
  row: 0,
  holds: true,
})
const order = placed('order', 5.47, 'bid')
const entry = placed('entry', 5.474)

describe('the marks of a row', () => {
  it('are drawn once a kind, the own order first', () => {
    expect(markGlyphs([placed('stop-loss', 5), entry, order, order])).toBe('◆ E SL')
    expect(markGlyphs([placed('take-profit', 5), placed('liquidation', 5)])).toBe('L TP')
  })

  it('are named in full, each with its price', () => {
    expect(markWords([order, entry], 3, true)).toBe('your order 3.2 at 5.470; entry of long 3.2 at 5.474')
    expect(markWords([placed('liquidation', 3.754, 'short')], 3, true)).toBe('liquidation of short 3.2 at 3.754')
  })

  it('are called last known where they may have changed', () => {
    expect(markWords([entry], 3, false)).toBe('entry of long 3.2 at 5.474 (last known)')
  })

  it('are short at the edge of the ladder', () => {
    expect(shortMarkWords([placed('liquidation', 3.754), order], 3)).toBe('liq. 3.754, order 5.470')
  })
})
