import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Fill, HistoryOrder, OpenOrder, Position } from '../../domain/account'
import { type Decimals, decimalsOf, growDecimals } from '../../domain/decimals'
import { findMarket, type Network } from '../../domain/market'
import { selectAccount, selectMarketOf } from '../../store/selectors'
import { useStore } from '../../store/store'
import { formatFixed } from '../../ui/format'

type DecimalsByMarket = ReadonlyMap<string, Decimals>

const NONE: Decimals = { price: 0, size: 0 }

/**
 * Decimals of a market's prices and sizes: the table's where it knows them, else learnt from the books at hand and from
 * the account's own orders and fills. Averages do not count: entry prices, and the prices of market orders.
 */
export function useDecimals(network: Network): (marketId: string) => Decimals {
  const positions = useStore((state) => selectAccount(state).positions)
  const openOrders = useStore((state) => selectAccount(state).openOrders)
  const orderHistory = useStore((state) => selectAccount(state).orderHistory)
  const fills = useStore((state) => selectAccount(state).fills)
  const bookIds = useStore(useShallow((state) => [state.marketId, ...state.ownBooks.map(({ marketId }) => marketId)]))
  const books = useStore(useShallow((state) => bookIds.map((id) => selectMarketOf(state, id)?.decimals ?? NONE)))
  // Each list by itself: thousands of fills are not read again because a position moved.
  const ofPositions = useMemo(() => decimalsOfPositions(positions), [positions])
  const ofOpenOrders = useMemo(() => decimalsOfOpenOrders(openOrders), [openOrders])
  const ofHistory = useMemo(() => decimalsOfHistory(orderHistory), [orderHistory])
  const ofFills = useMemo(() => decimalsOfFills(fills), [fills])
  return useMemo(() => {
    const ofBooks = new Map(bookIds.map((id, index) => [id, books[index] ?? NONE]))
    const sources = [ofBooks, ofPositions, ofOpenOrders, ofHistory, ofFills]
    return (marketId) => joined(findMarket(network, marketId)?.decimals, sources, marketId)
  }, [network, bookIds, books, ofPositions, ofOpenOrders, ofHistory, ofFills])
}

export function joined(table: Decimals | undefined, sources: readonly DecimalsByMarket[], marketId: string): Decimals {
  let known = table ?? NONE
  for (const source of sources) {
    const { price, size } = source.get(marketId) ?? NONE
    known = growDecimals(known, price, size)
  }
  return known
}

type Learn = (marketId: string, price: number | null, size: number) => void

function learnt(teach: (learn: Learn) => void): DecimalsByMarket {
  const known = new Map<string, Decimals>()
  teach((marketId, price, size) =>
    known.set(
      marketId,
      growDecimals(known.get(marketId) ?? NONE, price === null ? 0 : decimalsOf(price), decimalsOf(size)),
    ),
  )
  return known
}

export function decimalsOfPositions(rows: readonly Position[]): DecimalsByMarket {
  return learnt((learn) => {
    for (const { marketId, stopLoss, takeProfit, size } of rows) {
      learn(marketId, stopLoss, size)
      learn(marketId, takeProfit, size)
    }
  })
}

function decimalsOfOpenOrders(rows: readonly OpenOrder[]): DecimalsByMarket {
  return learnt((learn) => {
    for (const { marketId, price, totalSize } of rows) learn(marketId, price, totalSize)
  })
}

function decimalsOfHistory(rows: readonly HistoryOrder[]): DecimalsByMarket {
  return learnt((learn) => {
    for (const { marketId, isMarket, price, size } of rows) learn(marketId, isMarket === false ? price : null, size)
  })
}

function decimalsOfFills(rows: readonly Fill[]): DecimalsByMarket {
  return learnt((learn) => {
    for (const { marketId, price, size } of rows) learn(marketId, price, size)
  })
}

/**
 * At least the market's decimals. An average such as an entry price, and any price of a market whose decimals are not
 * known yet, may need more: as many as it has, up to six significant digits or one decimal beyond the market's.
 */
export function exactly(value: number, decimals: number): string {
  const significant = value === 0 ? 0 : 5 - Math.floor(Math.log10(Math.abs(value)))
  return formatFixed(value, Math.max(decimals, Math.min(decimalsOf(value), Math.max(decimals + 1, significant))))
}
