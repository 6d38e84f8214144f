import { useCallback, useState } from 'react'
import type { AccountTab } from '../../store/store'
import type { Sort } from '../../ui/sort-rows'
import { type FilterChoice, NO_CHOICE } from './filters'
import type { StorySubject } from './table-context'

/** How a tab's list is looked at. */
export interface View {
  readonly sort: Sort | null
  readonly filter: FilterChoice
  readonly totalsBy: 'none' | 'market' | 'day'
}

interface Views {
  readonly tabs: Readonly<Record<AccountTab, View>>
  /** What stands in the drawer; null: it is closed. */
  readonly story: StorySubject | null
}

const FIRST: View = { sort: null, filter: NO_CHOICE, totalsBy: 'none' }
const FIRST_VIEWS: Views = { tabs: { positions: FIRST, orders: FIRST, history: FIRST, fills: FIRST }, story: null }

/** Kept above the tabs, so that filters and order outlive updates and changes of tab; another owner begins anew. */
export function useViews(owner: string) {
  const [held, hold] = useState({ owner, views: FIRST_VIEWS })
  const change = useCallback(
    (next: (views: Views) => Views) =>
      hold((before) => ({ owner, views: next(before.owner === owner ? before.views : FIRST_VIEWS) })),
    [owner],
  )
  const changeView = useCallback(
    (tab: AccountTab, part: Partial<View>) =>
      change((views) => ({ ...views, tabs: { ...views.tabs, [tab]: { ...views.tabs[tab], ...part } } })),
    [change],
  )
  const showStory = useCallback((story: StorySubject | null) => change((views) => ({ ...views, story })), [change])
  return { views: held.owner === owner ? held.views : FIRST_VIEWS, changeView, showStory }
}
