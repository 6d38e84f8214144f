/**
 * Order books for the benchmark, the same in every run: a best price that walks, sizes of which a part changes, and with each
 * message another size at the best bid, whose whole part is the message's serial number. What a page shows there tells which
 * message it shows.
 */
import { Prng } from '../../src/simulator/prng'

export const MARKET = '14'
/** Added to the serial, so that all sizes are of one length. */
const FIRST = 100_000
/** Serials in texts begin again after so many. */
export const SERIALS = 900_000
const TICK = 1e-4
const START = 55_000
/** Messages before they repeat, but for serial and time. */
const CYCLE = 400
const MOVES = 0.2
const SIZES_CHANGE = 0.15
/** What changed so few messages ago bears the time of the message; what did not, a time that lies back. */
const FRESH = 100
const SERIAL_MARK = '#'.repeat(6)
const TIME_MARK = '@'.repeat(10)

interface Template {
  readonly bytes: Buffer
  readonly serialAt: number
  readonly timesAt: readonly number[]
  /** In the quote currency. */
  readonly mid: number
}

export interface BookFeed {
  /** The message of this serial number, good until `CYCLE` further ones have been made. */
  readonly message: (serial: number) => Buffer
  readonly midOf: (serial: number) => number
}

export function createBookFeed(levels: number, market = MARKET): BookFeed {
  const templates = makeTemplates(levels, market)
  const templateOf = (serial: number): Template => {
    const template = templates[serial % CYCLE]
    if (template === undefined) throw new RangeError(`no message ${serial}`)
    return template
  }
  return {
    message(serial) {
      const { bytes, serialAt, timesAt } = templateOf(serial)
      bytes.write(String(FIRST + (serial % SERIALS)), serialAt, 'latin1')
      const seconds = String(Math.floor(Date.now() / 1000))
      for (const at of timesAt) bytes.write(seconds, at, 'latin1')
      return bytes
    },
    midOf: (serial) => templateOf(serial).mid,
  }
}

/** The serial number in the text of the best bid's size, whatever parts its thousands; NaN for anything else. */
export function serialIn(text: string): number {
  const whole = text.replace(/[.]\d*$/, '').replace(/\D/g, '')
  return whole === '' ? Number.NaN : Number(whole) - FIRST
}

function makeTemplates(levels: number, market: string): Template[] {
  const random = new Prng(20_260_101)
  const old = new Map<number, number>()
  const changed = new Map<number, number>()
  const sizes = new Map<number, string>()
  const startSeconds = Math.floor(Date.now() / 1000)
  const draw = (price: number, message: number) => {
    if (sizes.has(price)) changed.set(price, message)
    else old.set(price, startSeconds - random.int(1, 900))
    sizes.set(price, random.between(20_000, 180_000).toFixed(3))
  }
  const isFresh = (price: number, message: number) => message - (changed.get(price) ?? -FRESH) < FRESH
  let bid = START
  return Array.from({ length: CYCLE }, (_, message) => {
    if (random.chance(MOVES)) bid += random.chance(0.5) ? 1 : -1
    const rows: object[] = []
    for (const side of ['ask', 'bid'] as const) {
      for (let level = 0; level < levels; level += 1) {
        const price = side === 'ask' ? bid + 2 + level : bid - level
        if (!sizes.has(price) || random.chance(SIZES_CHANGE)) draw(price, message)
        const isBest = side === 'bid' && level === 0
        rows.push({
          is_ask: side === 'ask',
          last_updated: isBest || isFresh(price, message) ? TIME_MARK : old.get(price),
          market_id: market,
          price: (price * TICK).toFixed(4),
          size: isBest ? `${SERIAL_MARK}.123` : sizes.get(price),
        })
      }
    }
    const text = JSON.stringify({ data: rows, message: 'orderbook' }).replaceAll(`"${TIME_MARK}"`, TIME_MARK)
    return {
      bytes: Buffer.from(text, 'latin1'),
      serialAt: text.indexOf(SERIAL_MARK),
      timesAt: [...text.matchAll(/@{10}/g)].map(({ index }) => index),
      mid: (bid + 1) * TICK,
    }
  })
}
