import { describe, expect, it } from 'vitest'
import { readOrderId } from '../domain/order-id'
import { matchLegs } from '../domain/tape'
import fundingText from './fixtures/live_funding_rate.json?raw'
import openOrdersText from './fixtures/open_orders.json?raw'
import noOpenOrdersText from './fixtures/open_orders-empty.json?raw'
import orderHistoryText from './fixtures/order_history.json?raw'
import orderbookText from './fixtures/orderbook.json?raw'
import positionsText from './fixtures/positions.json?raw'
import recentTradesText from './fixtures/recent_trades.json?raw'
import tradeHistoryText from './fixtures/trade_history.json?raw'
import { ACCOUNT, DOCUMENTED_ACCOUNT, decodeText, MARKET_396, MARKET_1338, only, reasonsOf, updateOf } from './test-kit'

describe('the documented messages decode to the documented figures', () => {
  it('orderbook: nine asks and ten bids of market 396, best first, in human units', () => {
    const decoded = decodeText(orderbookText, MARKET_396)
    const { book } = updateOf('orderbook', decoded)
    expect(book.asks.map((level) => level.price)).toEqual([6.036, 6.037, 6.04, 6.044, 6.051, 6.053, 6.057, 6.059, 8])
    expect(book.bids.map((level) => level.price)).toEqual([
      6.031, 6.027, 6.024, 6.019, 6.018, 6.014, 6.011, 6.006, 6.002, 5.8,
    ])
    expect(book.asks[0]).toEqual({ price: 6.036, size: 169.32, updatedMs: 1739790988000 })
    expect(book.bids[0]).toEqual({ price: 6.031, size: 174.998, updatedMs: 1739790988000 })
    expect(book.asks.at(-1)).toEqual({ price: 8, size: 0.5, updatedMs: 1739758360000 })
    expect(decoded.lostCount).toBe(0)
  })

  it('positions: one short of 1.000 at 6.050', () => {
    const decoded = decodeText(positionsText, ACCOUNT)
    expect(only(updateOf('positions', decoded).rows)).toEqual({
      address: DOCUMENTED_ACCOUNT,
      marketId: '396',
      tradeId: '16509835945970048696716',
      side: 'short',
      size: 1,
      entryPrice: 6.05,
      liquidationPrice: 8.853658536585366,
      marginUsd: 3.025,
      valueUsd: 6.05,
      leverage: 2,
      stopLoss: null,
      takeProfit: null,
      updatedMs: 1739788459000,
    })
    expect(decoded.lostCount).toBe(0)
  })

  it('open_orders: 1.000 at 6.002, a bid by its order id', () => {
    const decoded = decodeText(openOrdersText, ACCOUNT)
    const order = only(updateOf('open_orders', decoded).rows)
    expect(order).toEqual({
      address: DOCUMENTED_ACCOUNT,
      marketId: '396',
      orderId: '12907057702855018828273522',
      tradeId: '16528282690043758248332',
      orderType: 1,
      price: 6.002,
      totalSize: 1,
      remainingSize: 1,
      valueUsd: 6.002,
      leverage: 2,
      createdMs: 1739790733000,
      updatedMs: 1739790733000,
    })
    expect(readOrderId(order.orderId)).toMatchObject({ rested: true, side: 'bid', integerPrice: 6002 })
    expect(decoded.lostCount).toBe(0)
  })

  it('open_orders: an empty list is an accepted update with no rows', () => {
    expect(decodeText(noOpenOrdersText, ACCOUNT)).toEqual({
      ok: true,
      update: { topic: 'open_orders', rows: [] },
      lostCount: 0,
      lost: [],
    })
  })

  it('order_history: one order open, one filled that never rested', () => {
    const decoded = decodeText(orderHistoryText, ACCOUNT)
    const { rows } = updateOf('order_history', decoded)
    expect(
      rows.map(({ key, status, orderType, isMarket, price, size, valueUsd, updatedMs }) => [
        key,
        status,
        orderType,
        isMarket,
        price,
        size,
        valueUsd,
        updatedMs,
      ]),
    ).toEqual([
      ['12907057702855018828273522', 'Open', 1, false, 6.002, 1, 6.002, 1739790733000],
      ['12906965467445688751095808', 'Filled', 4, false, 6.002, 1, 6.002, 1739790700000],
    ])
    expect(readOrderId(rows[1]?.orderId ?? '')).toMatchObject({ rested: false })
    expect(decoded.lostCount).toBe(0)
  })

  it('trade_history: one fill of 1.000 at 6.050 with a fee of 0.003025', () => {
    const decoded = decodeText(tradeHistoryText, ACCOUNT)
    const fill = only(updateOf('trade_history', decoded).rows)
    expect(fill).toMatchObject({
      address: DOCUMENTED_ACCOUNT,
      marketId: '396',
      tradeId: '16509835945970048696716',
      orderType: 2,
      price: 6.05,
      size: 1,
      feeUsd: 0.003025,
      pnlUsd: 0,
      timeMs: 1739788459000,
      updatedMs: 1739788459000,
      version: null,
      orderId: null,
    })
    expect(decoded.lostCount).toBe(0)
  })

  it('recent_trades: two legs of market 1338 that are one match of 11.851 at 5.518, the taker selling', () => {
    const decoded = decodeText(recentTradesText, MARKET_1338)
    const { legs } = updateOf('recent_trades', decoded)
    expect(legs.map((leg) => [leg.feeUsd, leg.pnlUsd])).toEqual([
      [0, 0],
      [0.032696909, -0.068249909],
    ])
    expect(only(matchLegs(legs))).toMatchObject({
      price: 5.518,
      size: 11.851,
      valueUsd: 65.393818,
      timeMs: 1746177750000,
      version: '6704413443',
      takerSide: 'sell',
    })
    expect(decoded.lostCount).toBe(0)
  })

  it('live_funding_rate: three markets of mainnet at rate 0, their funding time unset', () => {
    const decoded = decodeText(fundingText, MARKET_1338)
    const { rates } = updateOf('live_funding_rate', decoded)
    expect(rates.map((rate) => [rate.marketId, rate.rate, rate.version])).toEqual([
      ['14', 0, '2726355750'],
      ['16', 0, '2726355754'],
      ['15', 0, '2726355752'],
    ])
    expect(rates[0]).toMatchObject({ fundingMs: null, updatedMs: 1747382402000, transactionMs: 1747382400000 })
    expect(decoded.lostCount).toBe(0)
  })
})

describe('both generations of the wire', () => {
  it('recent_trades means the same with and without its name', () => {
    const named = JSON.stringify({ ...JSON.parse(recentTradesText), message: 'recent_trades' })
    expect(decodeText(named, MARKET_1338)).toEqual(decodeText(recentTradesText, MARKET_1338))
  })

  it.each([
    ['orderbook', orderbookText, MARKET_396],
    ['positions', positionsText, ACCOUNT],
    ['open_orders', openOrdersText, ACCOUNT],
    ['order_history', orderHistoryText, ACCOUNT],
    ['live_funding_rate', fundingText, MARKET_1338],
  ] as const)('%s: numbers mean the same as strings', (_topic, text, subject) => {
    const asNumbers = text.replace(/"(-?\d{1,15}(?:\.\d+)?)"/g, '$1').replace(/"market_id":(\d+)/g, '"market_id":"$1"')
    const asStrings = text.replace(/:(-?\d+(?:\.\d+)?)(?=[,}])/g, ':"$1"')
    expect(asNumbers).not.toBe(text)
    expect(decodeText(asNumbers, subject)).toEqual(decodeText(text, subject))
    expect(decodeText(asStrings, subject)).toEqual(decodeText(text, subject))
  })

  it('a market outside the table is read in human decimals', () => {
    const book = updateOf(
      'orderbook',
      decodeText(orderbookText.replaceAll('"396"', '"4711"'), {
        ...MARKET_396,
        kind: 'market',
        marketId: '4711',
      }),
    ).book
    expect(book.asks[0]).toMatchObject({ price: 6036, size: 169320 })
  })

  it('market ids may be JSON numbers', () => {
    const decoded = decodeText(orderbookText.replaceAll('"396"', '396'), MARKET_396)
    expect(decoded).toEqual(decodeText(orderbookText, MARKET_396))
  })
})

describe('the retired market on a socket of another', () => {
  it('shows nothing of it and says whose it is', () => {
    const decoded = decodeText(orderbookText, MARKET_1338)
    expect(decoded).toMatchObject({ ok: false, topic: 'orderbook', lostCount: 19 })
    expect(new Set(reasonsOf(decoded))).toEqual(new Set(['foreign-market: server sent market 396 for 1338, not shown']))
  })

  it('does so for trades too', () => {
    const decoded = decodeText(recentTradesText, MARKET_396)
    expect(decoded).toMatchObject({ ok: false, topic: 'recent_trades', lostCount: 2 })
    expect(reasonsOf(decoded)[0]).toBe('foreign-market: server sent market 1338 for 396, not shown')
  })
})
