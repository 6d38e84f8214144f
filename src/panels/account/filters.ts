import type { RowFilter } from '../../domain/row-filter'

/** What the reader has set in the filter bar; days as `2025-02-17` or empty. */
export interface FilterChoice extends Pick<RowFilter, 'marketId' | 'side' | 'status' | 'idText'> {
  readonly fromDay: string
  readonly toDay: string
}

export const NO_CHOICE: FilterChoice = {
  marketId: null,
  side: null,
  status: null,
  idText: '',
  fromDay: '',
  toDay: '',
}

/** Both days belong to the span, each as long as the reader's clocks make it; null: nothing is filtered. */
export function rowFilter({ fromDay, toDay, ...choice }: FilterChoice): RowFilter | null {
  const filter = { ...choice, idText: choice.idText.trim(), fromMs: dayStartMs(fromDay, 0), toMs: dayStartMs(toDay, 1) }
  const { marketId, side, status, idText, fromMs, toMs } = filter
  const isOpen = [marketId, side, status, fromMs, toMs].every((part) => part === null) && idText === ''
  return isOpen ? null : filter
}

function dayStartMs(day: string, daysLater: number): number | null {
  const start = new Date(`${day}T00:00:00`)
  start.setDate(start.getDate() + daysLater)
  const timeMs = start.getTime()
  return Number.isNaN(timeMs) ? null : timeMs
}

/** Of the reader's clocks, for the days of totals. */
export const localOffsetMs = (timeMs: number): number => -new Date(timeMs).getTimezoneOffset() * 60_000
