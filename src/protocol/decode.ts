import { sameAddress } from '../domain/address'
import { findMarket, HUMAN_SCALE, type Network } from '../domain/market'
import type { Subject } from '../domain/subject'
import type { Rejection, RejectionReason, Topic, Update } from '../domain/update'
import { readBook } from './book-rows'
import { cleanText, describeValue, shortId } from './fields'
import { nestsDeeper } from './nesting'
import { isRecord, RowReader, SetAside } from './row-reader'
import { readFill, readFundingRate, readHistoryOrder, readOpenOrder, readPosition, readTradeLeg } from './rows'
import { findTopic, topicsOf } from './topics'

/** What became of one message: a typed update (perhaps with parts set aside), or the reason why there is none. */
export type Decoded =
  | { readonly ok: true; readonly update: Update; readonly lostCount: number; readonly lost: readonly Rejection[] }
  | {
      readonly ok: false
      readonly topic: Topic | null
      readonly lostCount: number
      readonly lost: readonly Rejection[]
    }

export const MAX_MESSAGE_CHARS = 16 * 1024 * 1024
/** Three in every documented message; some room for fields to come. */
const MAX_NESTING = 16

/** Decodes what a socket of this subject received. Never throws; ids stay text; figures come out in human units. */
export function decode(data: unknown, subject: Subject, network: Network): Decoded {
  if (typeof data !== 'string') return refuse(null, 'not-text', 'a binary message')
  if (data.length > MAX_MESSAGE_CHARS) return refuse(null, 'too-large', `a message of ${data.length} characters`)
  if (nestsDeeper(data, MAX_NESTING)) return refuse(null, 'too-deep', `a message nested deeper than ${MAX_NESTING}`)
  const message = parse(data)
  if (message === undefined) return refuse(null, 'not-json', `not JSON: "${cleanText(data, 80)}"`)
  if (!isRecord(message)) return refuse(null, 'not-a-message', `a message is ${describeValue(message)}`)
  const named = nameTopic(message, subject)
  if (!named.ok) return named
  const { topic } = named
  const rows = message.data
  if (!Array.isArray(rows)) return refuse(topic, 'not-a-list', `${topic}: data is ${describeValue(rows)}`)
  const setAside = new SetAside(topic)
  const update = readUpdate(topic, rows, subject, network, setAside)
  // A list of which rows were lost and none could be used is not an empty list.
  const usable = setAside.rows === 0 || setAside.rows + setAside.absent < rows.length
  return {
    ...(usable ? { ok: true, update } : { ok: false, topic }),
    lostCount: setAside.count,
    lost: setAside.samples,
  }
}

function refuse(topic: Topic | null, reason: RejectionReason, detail: string): Decoded & { ok: false } {
  return { ok: false, topic, lostCount: 1, lost: [{ topic, reason, detail: cleanText(detail), lost: 'message' }] }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Named = { readonly ok: true; readonly topic: Topic } | (Decoded & { ok: false })

function nameTopic(message: Readonly<Record<string, unknown>>, subject: Subject): Named {
  const name = message.message
  if (name === undefined) {
    // The vendor's sample of recent_trades names no topic, and no other topic was ever seen without its name.
    if (subject.kind === 'market' && Array.isArray(message.data)) return { ok: true, topic: 'recent_trades' }
    return refuse(null, 'no-topic', 'a message without a topic')
  }
  const known = typeof name === 'string' ? findTopic(name) : undefined
  if (known === undefined) return refuse(null, 'unknown-topic', `topic ${describeValue(name)} is not one of ours`)
  if (!topicsOf(subject).includes(known)) {
    return refuse(null, 'topic-not-asked', `topic ${known} came to a socket of one ${subject.kind}`)
  }
  return { ok: true, topic: known }
}

function readUpdate(
  topic: Topic,
  data: readonly unknown[],
  subject: Subject,
  network: Network,
  setAside: SetAside,
): Update {
  const scaleOf = (marketId: string) => findMarket(network, marketId)?.scale ?? HUMAN_SCALE
  const marketId = subject.kind === 'account' ? '' : subject.marketId
  const rows = <T>(read: (row: RowReader) => T | null) => readRows(data, subject, setAside, read)
  switch (topic) {
    case 'orderbook':
      return { topic, book: readBook(data, marketId, scaleOf(marketId), setAside) }
    case 'recent_trades':
      return { topic, legs: rows((row) => readTradeLeg(row, scaleOf)) }
    case 'live_funding_rate':
      return { topic, rates: readRows(data, null, setAside, readFundingRate) }
    case 'positions':
      return { topic, rows: rows((row) => readPosition(row, scaleOf)) }
    case 'open_orders':
      return { topic, rows: rows((row) => readOpenOrder(row, scaleOf)) }
    case 'order_history':
      return { topic, rows: rows((row) => readHistoryOrder(row, scaleOf)) }
    case 'trade_history':
      return { topic, rows: rows((row) => readFill(row, scaleOf)) }
  }
}

/**
 * Rows of the subject that could be read; the others are set aside with their reason. `subject` null: rows of any market.
 * A row that is read as null is absent.
 */
function readRows<T>(
  data: readonly unknown[],
  subject: Subject | null,
  setAside: SetAside,
  read: (row: RowReader) => T | null,
): T[] {
  const rows: T[] = []
  for (const raw of data) {
    if (!isRecord(raw)) {
      setAside.add('row', 'row', `${setAside.topic}: a row is ${describeValue(raw)}`)
      continue
    }
    if (subject !== null && isForeign(raw, subject, setAside)) continue
    const reader = new RowReader(raw, setAside)
    const row = read(reader)
    if (reader.fault === null) {
      if (row === null) setAside.absent += 1
      else rows.push(row)
      for (const complaint of reader.missed) setAside.add('field', 'field', complaint)
    } else setAside.add('row', 'row', reader.fault)
  }
  return rows
}

function isForeign(raw: Readonly<Record<string, unknown>>, subject: Subject, setAside: SetAside): boolean {
  if (subject.kind !== 'account') {
    const id = shortId(raw.market_id)
    if (id === null || id === subject.marketId) return false
    setAside.add('foreign-market', 'row', `server sent market ${id} for ${subject.marketId}, not shown`)
    return true
  }
  const { address } = raw
  if (typeof address !== 'string' || sameAddress(address, subject.address)) return false
  const sent = cleanText(address, 66)
  setAside.add('foreign-account', 'row', `server sent account ${sent} for ${subject.address}, not shown`)
  return true
}
