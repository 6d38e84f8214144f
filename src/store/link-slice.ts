import type { Delivery } from '../domain/delivery'
import type { Rejection, RejectionReason } from '../domain/update'

/** What the exchange sent and the page did not use; nothing is dropped in silence. */
export interface LostData {
  readonly total: number
  /** By the samples that a message carries of what it lost, so the sum may fall short of `total`. */
  readonly byReason: Readonly<Partial<Record<RejectionReason, number>>>
  /** The newest few. */
  readonly recent: readonly Rejection[]
  /** Messages of subjects that had been left: right to drop, but counted. */
  readonly late: number
}

export const NOTHING_LOST: LostData = { total: 0, byReason: {}, recent: [], late: 0 }

const MAX_RECENT = 50

export function addLost(before: LostData, deliveries: readonly Delivery[]): LostData {
  const lossy = deliveries.filter((delivery) => delivery.lostCount > 0)
  if (lossy.length === 0) return before
  const byReason = { ...before.byReason }
  let { total } = before
  for (const { lostCount, lost } of lossy) {
    total += lostCount
    for (const { reason } of lost) byReason[reason] = (byReason[reason] ?? 0) + 1
  }
  const recent = [...lossy.flatMap((delivery) => delivery.lost).reverse(), ...before.recent].slice(0, MAX_RECENT)
  return { ...before, total, byReason, recent }
}
