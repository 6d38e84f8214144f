import { type Decimals, decimalsOf, growDecimals } from '../../domain/decimals'
import { findMarket, type Network } from '../../domain/market'
import type { AccountData } from '../../store/account-slice'

/**
 * Decimals of a market's prices and sizes: the table's where it knows them, else learnt from the orders and fills of the
 * account and from the market on show. Averages do not count: entry prices, and the
 * prices of market orders.
 */
export function createDecimalsFor(
  network: Network,
  account: AccountData,
  shown: { readonly marketId: string; readonly decimals: Decimals } | undefined,
): (marketId: string) => Decimals {
  const learnt = new Map<string, Decimals>(shown === undefined ? [] : [[shown.marketId, shown.decimals]])
  const none: Decimals = { price: 0, size: 0 }
  const learn = (marketId: string, price: number | null, size: number) => {
    const known = learnt.get(marketId) ?? findMarket(network, marketId)?.decimals ?? none
    learnt.set(marketId, growDecimals(known, price === null ? 0 : decimalsOf(price), decimalsOf(size)))
  }
  for (const row of account.openOrders) learn(row.marketId, row.price, row.totalSize)
  for (const row of account.orderHistory) learn(row.marketId, row.isMarket === false ? row.price : null, row.size)
  for (const row of account.fills) learn(row.marketId, row.price, row.size)
  for (const row of account.positions) {
    learn(row.marketId, row.stopLoss, row.size)
    learn(row.marketId, row.takeProfit, row.size)
  }
  return (marketId) => learnt.get(marketId) ?? findMarket(network, marketId)?.decimals ?? none
}
