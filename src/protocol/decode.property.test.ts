import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestDouble } from './exact-decimal'
import fundingText from './fixtures/live_funding_rate.json?raw'
import openOrdersText from './fixtures/open_orders.json?raw'
import orderHistoryText from './fixtures/order_history.json?raw'
import orderbookText from './fixtures/orderbook.json?raw'
import positionsText from './fixtures/positions.json?raw'
import recentTradesText from './fixtures/recent_trades.json?raw'
import tradeHistoryText from './fixtures/trade_history.json?raw'
import { ACCOUNT, decodeRows, decodeText, MARKET_396, MARKET_1338, only, rowsOf, updateOf } from './test-kit'

const SUBJECTS = [MARKET_396, MARKET_1338, ACCOUNT]
const DOCUMENTED_BY_TOPIC = {
  live_funding_rate: fundingText,
  open_orders: openOrdersText,
  order_history: orderHistoryText,
  orderbook: orderbookText,
  positions: positionsText,
  recent_trades: recentTradesText,
  trade_history: tradeHistoryText,
}
const TOPICS = Object.keys(DOCUMENTED_BY_TOPIC)
const DOCUMENTED = Object.values(DOCUMENTED_BY_TOPIC)

/** What holds of everything that decode can answer. */
function expectSound(text: unknown): boolean {
  let accepted = false
  for (const subject of SUBJECTS) {
    const decoded = decodeText(text, subject)
    accepted ||= decoded.ok
    expect(decoded.lostCount).toBeGreaterThanOrEqual(decoded.lost.length)
    if (!decoded.ok) expect(decoded.lostCount).toBeGreaterThan(0)
    for (const { detail } of decoded.lost) expectCleanText(detail)
    if (decoded.ok) expectSoundValue(decoded.update)
  }
  return accepted
}

function expectSoundValue(value: unknown): void {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`accepted ${value}`)
  if (value === undefined) throw new Error('accepted undefined')
  if (typeof value !== 'object' || value === null) return
  for (const [name, part] of Object.entries(value)) {
    if (typeof part === 'string' && name !== 'key') expectCleanText(part)
    expectSoundValue(part)
  }
}

function expectCleanText(text: string): void {
  expect(text.length).toBeLessThanOrEqual(200)
  expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
}

const hostileValue = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.constantFrom<unknown>('', '-1', '0', '1e999', '1e-999', '0x10', null, true, {}, [], 1e300, -0, { toString: null }),
  fc.constantFrom(...TOPICS),
)

/** A documented message in which some fields of some rows hold something else, or are gone. */
const mutatedMessage = fc
  .tuple(
    fc.constantFrom(...Object.entries(DOCUMENTED_BY_TOPIC)),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.option(hostileValue, { nil: undefined })), { minLength: 1, maxLength: 6 }),
  )
  .map(([[message, text], changes]) => {
    const data = rowsOf(text).map((row) => ({ ...row }))
    for (const [rowSeed, fieldSeed, value] of changes) {
      const row = data[rowSeed % data.length] ?? {}
      const names = Object.keys(row)
      row[names[fieldSeed % Math.max(1, names.length)] ?? 'extra'] = value
    }
    return JSON.stringify({ message, data })
  })

/** A documented message as text, cut, doubled or overwritten anywhere. */
const mangledText = fc
  .tuple(fc.constantFrom(...DOCUMENTED), fc.nat(), fc.nat({ max: 40 }), fc.string({ unit: 'binary', maxLength: 20 }))
  .map(([text, at, length, insert]) => {
    const start = at % text.length
    return text.slice(0, start) + insert + text.slice(start + length)
  })

describe('whatever comes in, decode answers, and with sound values only', () => {
  it('any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), expectAlwaysSound))
  })

  it('any JSON', () => {
    fc.assert(fc.property(fc.json(), expectAlwaysSound))
  })

  it('any value in place of a text', () => {
    fc.assert(fc.property(fc.anything(), expectAlwaysSound))
  })

  it('a list of anything under each topic', () => {
    const message = fc.record({ message: fc.constantFrom(...TOPICS), data: fc.array(hostileValue, { maxLength: 8 }) })
    fc.assert(
      fc.property(
        message.map((value) => JSON.stringify(value)),
        expectAlwaysSound,
      ),
    )
  })

  it('the documented messages with other values', () => {
    let accepted = 0
    fc.assert(
      fc.property(mutatedMessage, (text) => {
        if (expectSound(text)) accepted += 1
      }),
      { numRuns: 2000 },
    )
    // Else the property would speak of refusals alone.
    expect(accepted).toBeGreaterThan(200)
  })

  it('the documented messages as mangled text', () => {
    fc.assert(fc.property(mangledText, expectAlwaysSound), { numRuns: 1000 })
  })

  function expectAlwaysSound(text: unknown): void {
    expectSound(text)
  }
})

const figureText = fc
  .tuple(
    fc.stringMatching(/^\d{1,20}$/),
    fc.oneof(fc.constant(''), fc.stringMatching(/^\.\d{1,25}$/)),
    fc.constantFrom('', 'e-3', 'E2', 'e-40', 'e0'),
  )
  .map((parts) => parts.join(''))

describe('an accepted figure is the nearest double of what the wire said', () => {
  it('in a book of either generation', () => {
    const messages = fc.tuple(
      figureText,
      figureText,
      fc.constantFrom(['396', 3, MARKET_396] as const, ['1338', 0, MARKET_1338] as const),
    )
    fc.assert(
      fc.property(messages, ([price, size, [marketId, shift, subject]]) => {
        const row = { is_ask: true, last_updated: 1746177750, market_id: marketId, price, size }
        const decoded = decodeRows('orderbook', [row], subject)
        const [exactPrice, exactSize] = [nearestDouble(price, shift), nearestDouble(size, shift)]
        if (exactPrice === 0 || exactPrice > 1e15 || exactSize > 1e15) expect(decoded.ok).toBe(false)
        else if (exactSize > 0) {
          expect(only(updateOf('orderbook', decoded).book.asks)).toMatchObject({ price: exactPrice, size: exactSize })
        } else expect(updateOf('orderbook', decoded).book.asks).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('in a position: price and size by 10^3, amounts by 10^6, leverage as it is', () => {
    fc.assert(
      fc.property(fc.array(figureText, { minLength: 6, maxLength: 6 }), (figures) => {
        const [entry = '', size = '', margin = '', value = '', stop = '', leverage = ''] = figures
        const row = { ...rowsOf(positionsText)[0], entry_price: entry, size, margin, value, sl: stop, leverage }
        const decoded = decodeRows('positions', [row], ACCOUNT)
        const wanted = [
          ['entryPrice', nearestDouble(entry, 3)],
          ['size', nearestDouble(size, 3)],
          ['marginUsd', nearestDouble(margin, 6)],
          ['valueUsd', nearestDouble(value, 6)],
          ['leverage', nearestDouble(leverage, 0)],
        ] as const
        const isBelievable = (figure: number) => figure <= 1e15
        if (wanted[1][1] !== 0 && (wanted[0][1] === 0 || !isBelievable(wanted[0][1]) || !isBelievable(wanted[1][1]))) {
          expect(decoded.ok).toBe(false)
          return
        }
        if (wanted[1][1] === 0) {
          expect(updateOf('positions', decoded).rows).toEqual([])
          return
        }
        const position = only(updateOf('positions', decoded).rows)
        for (const [name, exact] of wanted) expect(position[name]).toBe(isBelievable(exact) ? exact : null)
        const exactStop = nearestDouble(stop, 3)
        expect(position.stopLoss).toBe(exactStop === 0 || !isBelievable(exactStop) ? null : exactStop)
      }),
      { numRuns: 500 },
    )
  })

  it('no text of another value than 0 is read as 0', () => {
    const tiny = fc
      .tuple(fc.stringMatching(/^0\.0{0,60}[1-9]\d{0,5}$/), fc.integer({ min: 0, max: 500 }))
      .map(([text, exponent]) => `${text}e-${exponent}`)
    fc.assert(
      fc.property(tiny, (size) => {
        const row = { ...rowsOf(recentTradesText)[0], size, fee: size }
        const decoded = decodeRows('recent_trades', [row], MARKET_1338)
        if (!decoded.ok) expect(nearestDouble(size, 0)).toBe(0)
        else
          expect(only(updateOf('recent_trades', decoded).legs)).toMatchObject({
            size: nearestDouble(size, 0),
            feeUsd: nearestDouble(size, 0),
          })
      }),
    )
  })
})
