import type { PositionFigures, TargetFigures } from '../../domain/position-figures'
import type { PriceBasis } from '../../domain/preferences'
import { formatFixed, formatUsd, NO_FIGURE } from '../../ui/format'
import { signedPercent, signedUsd, toneOf } from './cells'

/** Figures of a position as they are shown. */

export const BASIS_WORDS: Readonly<Record<PriceBasis, { readonly header: string; readonly words: string }>> = {
  mid: { header: 'Mid', words: 'the middle of the book' },
  last: { header: 'Last', words: 'the last trade' },
  exit: { header: 'Exit', words: 'what closing all of it through the visible book would bring, the taker’s fee in it' },
}

/** Nearer to its liquidation than this, a position is marked. */
const NEAR_PERCENT = 5

export const pnlText = ({ pnlUsd }: PositionFigures) => signedUsd(pnlUsd)
export const pnlTone = ({ pnlUsd }: PositionFigures) => toneOf(pnlUsd)
export const roeText = ({ roe }: PositionFigures) => (roe === null ? NO_FIGURE : signedPercent(roe * 100))
export const ratioText = ({ marginRatio }: PositionFigures) =>
  marginRatio === null ? NO_FIGURE : signedPercent(marginRatio * 100).replace('+', '')
/** A mid and an average stand between two prices of the market. */
export function basisPriceText(price: number | null, basis: PriceBasis, decimals: number): string {
  return price === null ? NO_FIGURE : formatFixed(price, basis === 'last' ? decimals : decimals + 1)
}

export const valueText = ({ valueUsd }: PositionFigures) => formatUsd(valueUsd)

export function distanceText({ distance }: PositionFigures): string {
  switch (distance.state) {
    case 'safe':
      return signedPercent(distance.percent)
    case 'crossed':
      return `crossed ${signedPercent(distance.percent)}`
    case 'none':
      return 'none'
    case 'unknown':
      return NO_FIGURE
  }
}

export function distanceTone({ distance }: PositionFigures): string {
  if (distance.state === 'crossed') return 'font-semibold text-down'
  return distance.state === 'safe' && distance.percent < NEAR_PERCENT ? 'text-warn' : ''
}

export function targetText(target: TargetFigures | null): string {
  if (target === null) return NO_FIGURE
  const { pnlUsd, movePercent } = target
  return `${signedUsd(pnlUsd)} · ${movePercent === null ? NO_FIGURE : signedPercent(movePercent)}`
}
