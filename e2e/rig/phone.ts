import type { Locator, Page } from '@playwright/test'
import { fillRow, historyRow, legRow, message, orderRow, positionRow, SECONDS } from './build-account'
import { book } from './build-frames'
import { empty } from './frames'
import { found, type Script } from './script'

/** An account as a phone shows it: two positions, an order, a past one, two fills. */
export const WALLET = `0x${'a'.repeat(64)}`
export const PROFILE = `0x${'c'.repeat(64)}`
export const TALL = { width: 390, height: 844 }
export const SMALL = { width: 360, height: 780 }

const ROWS: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  positions: [
    positionRow(PROFILE, '14', { tp: '120.00', sl: '95.00' }),
    positionRow(PROFILE, '15', { is_long: false, entry_price: '1000.00', liq_price: '1120.00', margin: '400' }),
  ],
  open_orders: [orderRow(PROFILE, '14')],
  order_history: [historyRow(PROFILE, '14')],
  trade_history: [
    fillRow(PROFILE, '14', { order_type: 1, price: '100.00', size: '2', fee: '0.10' }),
    fillRow(PROFILE, '14', { order_type: 7, price: '110.00', size: '3', pnl: '19.89', timestamp: SECONDS + 60 }),
  ],
  recent_trades: [legRow('14')],
}
const BOOKS: Readonly<Record<string, string>> = { 14: book('14', 99.01, 100.99), 15: book('15', 1049.5, 1050.5) }

/** Mainnet holds the account's rows, testnet knows the profile and holds none. */
export function playAccount(script: Script): void {
  script.answerLookUp = () => found(PROFILE)
  script.answer = ({ topic, market_id = '' }, host) => {
    if (topic === 'orderbook') return [BOOKS[market_id] ?? book(market_id, 5.1, 5.2)]
    const rows = host.includes('develop') ? undefined : ROWS[topic]
    return [rows === undefined ? empty(topic) : message(topic, rows)]
  }
}

export const pageBar = (page: Page) => page.getByRole('navigation', { name: 'Pages' })
export const go = (page: Page, name: string) => pageBar(page).getByRole('button', { name }).tap()
export const account = (page: Page) => page.getByRole('region', { name: 'Account' })
export const list = (page: Page, name: string) => account(page).getByRole('list', { name, exact: true })

/** Where a part is on the screen. */
export async function box(part: Locator) {
  const found = await part.boundingBox()
  if (found === null) throw new Error('not on show')
  return { ...found, right: found.x + found.width, bottom: found.y + found.height, middle: found.y + found.height / 2 }
}
