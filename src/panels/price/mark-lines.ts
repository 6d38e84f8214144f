import type { OwnMark } from '../../domain/own-marks'
import type { ColorToken } from '../../ui/tokens'

const NAMES = { entry: 'Entry', liquidation: 'Liq.', 'take-profit': 'TP', 'stop-loss': 'SL', order: 'Order' } as const

/** "Entry long": short, since it stands in the chart. */
export function markName({ kind, side }: OwnMark): string {
  return side === null ? NAMES[kind] : `${NAMES[kind]} ${side}`
}

const COLORS: Readonly<Record<OwnMark['kind'], ColorToken>> = {
  entry: 'accent',
  liquidation: 'warn',
  'take-profit': 'up',
  'stop-loss': 'down',
  order: 'muted',
}

export const markColor = ({ kind }: OwnMark): ColorToken => COLORS[kind]
