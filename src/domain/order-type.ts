/**
 * Labels of `order_type`. 1, 2 and 7 follow from arithmetic on the samples, the rest from a public client, and
 * another reading of 3 to 6 cannot be excluded: a side is claimed for 1, 8 (buy) and 2, 7 (sell) alone.
 */
const LABELS: ReadonlyMap<number, string> = new Map([
  [1, 'Open long'],
  [2, 'Open short'],
  [3, 'Increase long'],
  [4, 'Increase short'],
  [5, 'Decrease long'],
  [6, 'Decrease short'],
  [7, 'Close long'],
  [8, 'Close short'],
])

export function orderTypeLabel(orderType: number): string {
  return LABELS.get(orderType) ?? `Type ${orderType}`
}

export type TradeSide = 'buy' | 'sell'

export function orderTypeSide(orderType: number): TradeSide | null {
  if (orderType === 1 || orderType === 8) return 'buy'
  if (orderType === 2 || orderType === 7) return 'sell'
  return null
}
