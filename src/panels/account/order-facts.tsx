import { filledPart } from '../../domain/order-figures'
import type { StoryOrder } from '../../domain/order-story'
import { Time } from '../../ui/figures'
import { formatFixed, NO_FIGURE } from '../../ui/format'
import { Id, kindText, leverageText, typeText, Usd } from './cells'
import { Fact, Facts } from './facts'
import { HistorySide } from './history-columns'
import type { TableContext } from './table-context'
import { exactly } from './use-decimals'

/** Every field that the history and the open orders tell of an order. */
export function OrderFacts({ order, context }: { readonly order: StoryOrder; readonly context: TableContext }) {
  const { told, resting } = order
  const decimals = context.decimalsFor(order.marketId)
  const filled = resting === null ? null : filledPart(resting)
  return (
    <Facts>
      <Fact term="Type">{typeText(order.orderType)}</Fact>
      <Fact term="Side">
        <HistorySide order={order} />
      </Fact>
      <Fact term="Kind">{kindText(told?.isMarket ?? null)}</Fact>
      <Fact term="Status">{statusText(order)}</Fact>
      <Fact term="Price">{order.price === null ? NO_FIGURE : exactly(order.price, decimals.price)}</Fact>
      <Fact term="Size">{exactly(order.size, decimals.size)}</Fact>
      {resting !== null && (
        <>
          <Fact term="Remaining">{exactly(resting.remainingSize, decimals.size)}</Fact>
          <Fact term="Filled">{filled === null ? NO_FIGURE : `${formatFixed(filled * 100, 1)} %`}</Fact>
        </>
      )}
      <Fact term="Value ($)">
        <Usd value={order.valueUsd} />
      </Fact>
      <Fact term="Leverage">{leverageText(order.leverage)}</Fact>
      <Fact term="Placed">
        <Time timeMs={order.createdMs} withDay />
      </Fact>
      <Fact term="Updated">
        <Time timeMs={order.updatedMs} withDay />
      </Fact>
      <Fact term="Order id">
        <Id id={order.orderId} what="order id" />
      </Fact>
      <Fact term="Trade id">
        <Id id={order.tradeId} what="trade id" />
      </Fact>
    </Facts>
  )
}

/** The open orders tell no status: that it rests is all that is known of an order which stands in them alone. */
export function statusText({ told, resting }: StoryOrder): string {
  return told?.status ?? (resting === null ? NO_FIGURE : 'resting')
}
