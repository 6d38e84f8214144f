import type { Decimals } from '../../domain/decimals'
import type { Network } from '../../domain/market'
import type { View } from './views'

/** What a story is about: an order, or a position by its trade id. */
export type StorySubject =
  | { readonly kind: 'order'; readonly orderId: string }
  | { readonly kind: 'position'; readonly tradeId: string; readonly marketId: string }

/** What all columns of the account's tables need. */
export interface TableContext {
  readonly network: Network
  readonly decimalsFor: (marketId: string) => Decimals
  readonly showStory: (subject: StorySubject) => void
}

export interface TabProps {
  readonly context: TableContext
  readonly view: View
  readonly onView: (part: Partial<View>) => void
  /** The tab's own topic is not sure enough for anything to be derived from it. */
  readonly withheld: boolean
}
