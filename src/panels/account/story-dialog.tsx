import { type ReactNode, useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { marketName } from '../../domain/market'
import { orderStory, positionStory, type Story } from '../../domain/order-story'
import type { AccountTopic } from '../../domain/update'
import { selectAccount } from '../../store/selectors'
import { useStore } from '../../store/store'
import { isDimmed, useTopicState } from '../../store/use-freshness'
import { Dialog } from '../../ui/dialog'
import { shortId } from '../../ui/figures'
import { emptyWords, FreshnessStatus } from '../topic-panel'
import { OrderFacts } from './order-facts'
import { PositionFacts } from './position-facts'
import { StoryFills, StoryOrders } from './story-tables'
import type { StorySubject, TableContext } from './table-context'

interface StoryDialogProps {
  readonly subject: StorySubject
  readonly context: TableContext
  readonly onClose: () => void
}

/** All that the account's lists hold about one order or one position, each part as sure as its own list. */
export function StoryDialog({ subject, context, onClose }: StoryDialogProps) {
  const lists = useStore(
    useShallow((state) => {
      const { positions, openOrders, orderHistory, fills } = selectAccount(state)
      return { positions, openOrders, orderHistory, fills }
    }),
  )
  const story = useMemo(
    () =>
      subject.kind === 'order'
        ? orderStory(subject.orderId, lists)
        : positionStory(subject.tradeId, subject.marketId, lists),
    [subject, lists],
  )
  const id = subject.kind === 'order' ? subject.orderId : subject.tradeId
  const title = [
    subject.kind === 'order' ? 'Order' : 'Position',
    shortId(id),
    ...(story === null ? [] : [marketName(context.network, story.marketId)]),
  ].join(' · ')
  return (
    <Dialog title={title} onClose={onClose} place="side">
      {story === null ? (
        <p className="text-muted">The lists at hand do not hold it any more.</p>
      ) : (
        <StoryParts story={story} context={context} />
      )}
    </Dialog>
  )
}

function StoryParts({ story, context }: { readonly story: Story; readonly context: TableContext }) {
  const { order, position, fills, fillsBy, siblings, tradeId } = story
  const positionsWithheld = useTopicState('positions').withheld
  const fillsWithheld = useTopicState('trade_history').withheld
  return (
    <div className="flex flex-col gap-5">
      {order !== null && (
        <Part title="Order" topic={order.told === null ? 'open_orders' : 'order_history'}>
          {() => <OrderFacts order={order} context={context} />}
        </Part>
      )}
      <Part title="Position" topic="positions">
        {(none) =>
          position === null ? (
            <Nothing>
              {tradeId === null ? 'The order names no position' : none('No open position has this trade id')}
            </Nothing>
          ) : (
            <>
              <PositionFacts position={position} context={context} withheld={positionsWithheld} />
              {order !== null && (
                <button
                  type="button"
                  onClick={() =>
                    context.showStory({ kind: 'position', tradeId: position.tradeId, marketId: story.marketId })
                  }
                  className="mt-1.5 text-accent hover:underline"
                >
                  The whole position
                </button>
              )}
            </>
          )
        }
      </Part>
      <Part title="Fills" topic="trade_history">
        {(none) => (
          <>
            {fills.length === 0 ? (
              <Nothing>{none('No fill of it is held')}</Nothing>
            ) : (
              <StoryFills fills={fills} context={context} withheld={fillsWithheld} />
            )}
            {order !== null && fills.length > 0 && fillsBy === 'position' && (
              <p className="mt-1 text-2xs text-muted">
                These fills name the position and no order: some may belong to another order of it.
              </p>
            )}
          </>
        )}
      </Part>
      <Part title={order === null ? 'Orders' : 'Other orders of the position'} topic="order_history">
        {(none) =>
          siblings.length === 0 ? (
            <Nothing>{none('No other order is held')}</Nothing>
          ) : (
            <StoryOrders orders={siblings} context={context} />
          )
        }
      </Part>
    </div>
  )
}

interface PartProps {
  readonly title: string
  /** The list it comes from, which says how sure it is. */
  readonly topic: AccountTopic
  /** `none` makes what is said of an empty list as sure as the list. */
  readonly children: (none: (words: string) => string) => ReactNode
}

function Part({ title, topic, children }: PartProps) {
  const { state, hasFigures } = useTopicState(topic)
  const none = (words: string) => (hasFigures ? emptyWords(words, state) : 'Not known yet')
  return (
    <div>
      <div className="mb-1.5 flex items-baseline gap-3 border-b border-line pb-1">
        <h3 className="font-semibold">{title}</h3>
        <p className="ml-auto text-2xs text-muted">
          <FreshnessStatus topic={topic} />
        </p>
      </div>
      <div className={isDimmed(state) ? 'dimmed' : ''}>{children(none)}</div>
    </div>
  )
}

function Nothing({ children }: { readonly children: string }) {
  return <p className="text-muted">{children}</p>
}
