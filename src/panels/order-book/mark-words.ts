import type { LadderMark } from '../../domain/ladder-marks'
import type { OwnMarkKind } from '../../domain/own-marks'
import { formatFixed } from '../../ui/format'

interface MarkNames {
  /** In the price cell. */
  readonly glyph: string
  /** At the edge of the ladder. */
  readonly short: string
  readonly long: string
}

const NAMES: Readonly<Record<OwnMarkKind, MarkNames>> = {
  order: { glyph: '◆', short: 'order', long: 'your order' },
  entry: { glyph: 'E', short: 'entry', long: 'entry' },
  liquidation: { glyph: 'L', short: 'liq.', long: 'liquidation' },
  'take-profit': { glyph: 'TP', short: 'TP', long: 'take-profit' },
  'stop-loss': { glyph: 'SL', short: 'SL', long: 'stop-loss' },
}

/** "◆ E", each kind once, in the order in which they are named here. */
export function markGlyphs(marks: readonly LadderMark[]): string {
  return Object.entries(NAMES)
    .filter(([kind]) => marks.some(({ mark }) => mark.kind === kind))
    .map(([, { glyph }]) => glyph)
    .join(' ')
}

/** "your order 12.5 at 5.470; entry of long 3.2 at 5.474", with a warning where it may have changed. */
export function markWords(marks: readonly LadderMark[], priceDecimals: number, sure: boolean): string {
  const words = marks.map(({ mark }) => {
    const whose = mark.kind === 'order' ? mark.size : `of ${mark.side ?? 'position'} ${mark.size}`
    return `${NAMES[mark.kind].long} ${whose} at ${formatFixed(mark.price, priceDecimals)}`
  })
  return words.join('; ') + (sure ? '' : ' (last known)')
}

/** "liq. 3.754, order 5.100". */
export function shortMarkWords(marks: readonly LadderMark[], priceDecimals: number): string {
  return marks.map(({ mark }) => `${NAMES[mark.kind].short} ${formatFixed(mark.price, priceDecimals)}`).join(', ')
}
