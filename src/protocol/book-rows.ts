import type { Book, Level } from '../domain/book'
import type { Scale } from '../domain/market'
import { decimal, describeValue, shortId, timeMs } from './fields'
import { isRecord, type SetAside } from './row-reader'

/**
 * The hot path, up to 1000 messages a second of 400 rows: a flat check without a reader object a row.
 * Levels of size 0 are absent; of a repeated price the row changed last counts and the others are set aside.
 */
export function readBook(data: readonly unknown[], marketId: string, scale: Scale, setAside: SetAside): Book {
  const bids: Level[] = []
  const asks: Level[] = []
  for (const raw of data) {
    if (!isRecord(raw)) {
      setAside.add('row', 'row', `orderbook: a row is ${describeValue(raw)}`)
      continue
    }
    const rowMarket = raw.market_id === marketId ? marketId : shortId(raw.market_id)
    if (rowMarket !== marketId) {
      if (rowMarket === null) setAside.add('row', 'row', `orderbook: market_id is ${describeValue(raw.market_id)}`)
      else setAside.add('foreign-market', 'row', `server sent market ${rowMarket} for ${marketId}, not shown`)
      continue
    }
    const price = decimal(raw.price, scale.price)
    const size = decimal(raw.size, scale.size)
    const side = raw.is_ask
    if (price === null || price <= 0 || size === null || size < 0 || typeof side !== 'boolean') {
      const name = price === null || price <= 0 ? 'price' : size === null || size < 0 ? 'size' : 'is_ask'
      setAside.add('row', 'row', `orderbook: ${name} is ${describeValue(raw[name])}`)
      continue
    }
    const updated = timeMs(raw.last_updated)
    if (updated === null && raw.last_updated !== undefined) {
      setAside.add('field', 'field', `orderbook: last_updated is ${describeValue(raw.last_updated)}`)
    }
    const level = { price, size, updatedMs: typeof updated === 'number' ? updated : null }
    if (side) asks.push(level)
    else bids.push(level)
  }
  return { bids: bestFirst(bids, -1, setAside), asks: bestFirst(asks, 1, setAside) }
}

function bestFirst(levels: Level[], direction: 1 | -1, setAside: SetAside): Level[] {
  levels.sort((a, b) => (a.price - b.price) * direction || newestFirst(a, b))
  const isRepeated = (level: Level, index: number) => level.price === levels[index - 1]?.price
  if (!levels.some((level, index) => level.size === 0 || isRepeated(level, index))) return levels
  return levels.filter((level, index) => {
    const repeated = isRepeated(level, index)
    if (repeated) setAside.add('repeated-level', 'row', `orderbook: price ${level.price} stands more than once`)
    // Not before: a size of 0 may be the latest word on a price that stands more than once.
    return !repeated && level.size > 0
  })
}

/** Of the same second the smaller size counts: the message's order tells nothing, and too little misleads less. */
function newestFirst(a: Level, b: Level): number {
  return (b.updatedMs ?? 0) - (a.updatedMs ?? 0) || a.size - b.size
}
