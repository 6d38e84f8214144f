/** What the tests of this folder share: subjects of the documented frames, and shorthands around decode. */
import type { Network } from '../domain/market'
import type { Subject } from '../domain/subject'
import type { Topic, Update } from '../domain/update'
import { type Decoded, decode } from './decode'
import { isRecord, type RawRow } from './row-reader'

export const DOCUMENTED_ACCOUNT = '0x4d6dc68e391e86991e58ab4d548b7e92872430d1f51bc666fe0c206bad7ff770'

const human = { price: 0, size: 0, quote: 0 }

const TESTNET: Network = {
  id: 'testnet',
  label: 'Testnet',
  restUrl: 'https://rest.invalid',
  wsUrl: 'wss://ws.invalid/ws/',
  chain: null,
  markets: [
    { id: '1338', symbol: 'APT-USD', base: 'APT', scale: human },
    { id: '396', symbol: 'APT-USD (retired)', base: 'APT', scale: { price: 3, size: 3, quote: 6 }, retired: true },
  ],
}

const marketSubject = (marketId: string): Subject => ({ kind: 'market', networkId: 'testnet', marketId })
export const accountSubject = (address = DOCUMENTED_ACCOUNT): Subject => ({
  kind: 'account',
  networkId: 'testnet',
  address,
})

export const ACCOUNT = accountSubject()
export const MARKET_396 = marketSubject('396')
export const BOOK_1338: Subject = { kind: 'book', networkId: 'testnet', marketId: '1338' }
export const MARKET_1338 = marketSubject('1338')

export function decodeText(text: unknown, subject: Subject): Decoded {
  return decode(text, subject, TESTNET)
}

/** Rows as a message of that topic. */
export function decodeRows(topic: Topic, rows: readonly unknown[], subject: Subject): Decoded {
  return decodeText(JSON.stringify({ data: rows, message: topic }), subject)
}

/** The update of that topic; fails the test when the message was refused. */
export function updateOf<T extends Topic>(topic: T, decoded: Decoded): Extract<Update, { topic: T }> {
  if (!decoded.ok) throw new Error(`refused: ${decoded.lost.map((lost) => lost.detail).join('; ')}`)
  if (!isOf(topic, decoded.update)) throw new Error(`a message of ${decoded.update.topic}, not ${topic}`)
  return decoded.update
}

function isOf<T extends Topic>(topic: T, update: Update): update is Extract<Update, { topic: T }> {
  return update.topic === topic
}

export function reasonsOf(decoded: Decoded): string[] {
  return decoded.lost.map((lost) => `${lost.reason}: ${lost.detail}`)
}

/** The first and only of a list; fails the test otherwise. */
export function only<T>(list: readonly T[]): T {
  const [first] = list
  if (first === undefined || list.length !== 1) throw new Error(`${list.length} instead of one`)
  return first
}

/** The rows of a documented message, as parsed. */
export function rowsOf(text: string): RawRow[] {
  const message: unknown = JSON.parse(text)
  if (!isRecord(message) || !Array.isArray(message.data)) throw new Error('not a documented message')
  return message.data.filter(isRecord)
}
