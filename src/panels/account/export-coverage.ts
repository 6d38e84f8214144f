import type { AccountTab } from '../../store/store'
import { formatFixed, plural } from '../../ui/format'

interface Covered {
  readonly tab: AccountTab
  readonly held: number
  /** Rows that pass the filter; null: all of them are written. */
  readonly passing: number | null
  /** Older rows have left the list. */
  readonly cut: boolean
  /** Parts of the newest message that were set aside. */
  readonly lostCount: number
  /** As good as live; otherwise the list may have changed since. */
  readonly isCurrent: boolean
}

/** What a file holds and what may be missing in it; `full` as in ExportScope. */
export function coverageOf(covered: Covered): { readonly full: boolean | null; readonly words: string } {
  const { tab, held, passing, cut, lostCount, isCurrent } = covered
  const isWholeList = tab === 'positions' || tab === 'orders'
  const words = [
    passing === null
      ? `everything held, ${plural(held, 'row')}`
      : `those that pass the filter, ${formatFixed(passing, 0)} of ${plural(held, 'row')} held`,
    isWholeList
      ? `the exchange sends this list as a whole${isCurrent ? '' : ', which may have changed since'}`
      : 'whether the exchange has older rows than it sent is not known',
    ...(cut ? ['older rows have left the list'] : []),
    ...(lostCount > 0 ? [`${plural(lostCount, 'part')} of the last message set aside`] : []),
  ]
  const isPartial = passing !== null || cut || lostCount > 0
  return { full: isPartial ? false : isWholeList && isCurrent ? true : null, words: words.join('; ') }
}
