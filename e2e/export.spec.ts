import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { promises as fs } from 'node:fs'
import { makeTradeId } from '../src/domain/order-id'
import { fillRow, historyRow, message, positionRow, SECONDS } from './rig/build-account'
import { book } from './rig/build-frames'
import { empty } from './rig/frames'
import { found } from './rig/script'
import { figure } from './rig/tables'
import { expect, test } from './rig/test'

const profile = `0x${'c'.repeat(64)}`
const LONG_ID = makeTradeId(123_456_789_012_345n, '14')

const fills = [
  fillRow(profile, '14', {
    order_type: 1,
    price: '100.25',
    size: '2',
    fee: '0.100250000000000006806',
    trade_id: LONG_ID,
  }),
  fillRow(profile, '14', {
    order_type: 7,
    price: '99.50',
    size: '2',
    fee: '0.0995',
    pnl: '-1.5',
    timestamp: SECONDS + 60,
  }),
  fillRow(profile, '15', { price: '1000.00', size: '0.003', fee: '0.0000001', timestamp: SECONDS + 120 }),
]

/** What a reader of CSV files sees: records by header, all of them text. */
type CsvRow = Readonly<Record<string, string>>

async function save(page: Page, format: 'CSV' | 'JSON'): Promise<{ readonly name: string; readonly text: string }> {
  const download = page.waitForEvent('download')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Save as ${format}` })
    .click()
  const file = await download
  return { name: file.suggestedFilename(), text: await fs.readFile(await file.path(), 'utf8') }
}

const readCsv = (text: string) => parse<CsvRow>(text, { columns: true, bom: true })
const sum = (rows: readonly CsvRow[], column: string) => rows.reduce((total, row) => total + Number(row[column]), 0)

async function openExport(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Account' }).getByRole('button', { name: 'Export…' }).click()
  await expect(page.getByRole('dialog', { name: /^Export/ })).toBeVisible()
}

test.beforeEach(({ script }) => {
  script.answerLookUp = () => found(profile)
  script.answer = ({ topic, market_id = '' }) => {
    if (topic === 'orderbook') return [book(market_id, 99.01, 100.99)]
    if (topic === 'trade_history') return [message(topic, fills)]
    if (topic === 'positions') return [message(topic, [positionRow(profile, '14')])]
    const evil = historyRow(profile, '14', { status: '=HYPERLINK("http://x","y")' })
    return [topic === 'order_history' ? message(topic, [evil]) : empty(topic)]
  }
})

test('a CSV of all fills reads back with exact ids, UTC times and the sums that are on the screen', async ({
  page,
  open,
}) => {
  await open(`?tab=fills&address=0x${'a'.repeat(64)}`)
  const account = page.getByRole('region', { name: 'Account' })
  const sums = account.locator('dl[aria-label=Sums] dd')
  await expect(sums).toHaveCount(5)
  const shown = await sums.allTextContents()
  // A filter on the screen leaves the file whole.
  await account.getByRole('combobox', { name: 'Side' }).selectOption('Sell')
  await openExport(page)
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(profile)
  await expect(dialog).toContainText(
    'everything held, 3 rows; whether the exchange has older rows than it sent is not known',
  )
  const { name, text } = await save(page, 'CSV')
  expect(name).toMatch(/^perpscope_fills_mainnet_0xcccccccc_3-rows_since-2023-11-14T221320Z_as-of-[\dTZ-]+\.csv$/)

  const rows = readCsv(text)
  expect(rows.map((row) => row['time'])).toEqual([
    '2023-11-14T22:15:20.000Z',
    '2023-11-14T22:14:20.000Z',
    '2023-11-14T22:13:20.000Z',
  ])
  expect(rows[2]).toMatchObject({ trade_id: LONG_ID, account: profile, network: 'mainnet', fee_usd: '0.10025' })
  expect(LONG_ID.length).toBeGreaterThan(30)
  expect(rows[1]?.['realised_pnl_usd']).toBe('-1.5')
  expect(rows[0]?.['fee_usd']).toBe('0.0000001')
  const columns = ['value_usd', 'fee_usd', 'before_fees_usd', 'realised_pnl_usd', 'net_result_usd']
  expect(shown).toHaveLength(columns.length)
  columns.forEach((column, index) => {
    const decimals = (shown[index] ?? '').split('.')[1]?.length ?? 0
    expect(sum(rows, column).toFixed(decimals), column).toBe(figure(shown[index]).toFixed(decimals))
  })
})

test('a JSON says whose the rows are, how many, since when, and whether that is all', async ({ page, open }) => {
  await open(`?tab=fills&address=0x${'a'.repeat(64)}`)
  await page.getByRole('region', { name: 'Account' }).getByRole('combobox', { name: 'Side' }).selectOption('Sell')
  await openExport(page)
  await page.getByRole('radio', { name: 'Those that pass the filter' }).check()
  const { name, text } = await save(page, 'JSON')
  expect(name).toMatch(/_1-rows_.*_partial\.json$/)
  expect(JSON.parse(text)).toMatchObject({
    scope: {
      what: 'fills',
      network: 'mainnet',
      account: profile,
      since: '2023-11-14T22:14:20.000Z',
      state: 'live',
      rows: 1,
      full: false,
      coverage: expect.stringContaining('those that pass the filter, 1 of 3 rows held'),
    },
    rows: [{ realised_pnl_usd: -1.5, order_type_name: 'Close long', side: 'sell' }],
  })
})

test('a status that a spreadsheet would run is made harmless', async ({ page, open }) => {
  await open(`?tab=history&address=0x${'a'.repeat(64)}`)
  await openExport(page)
  const [row] = readCsv((await save(page, 'CSV')).text)
  expect(row?.['status']).toBe('\'=HYPERLINK("http://x","y")')
})

test('positions carry the price they are valued by, and are called the whole list', async ({ page, open }) => {
  await open(`?tab=positions&address=0x${'a'.repeat(64)}`)
  await expect(page.getByRole('table', { name: 'Positions' })).toContainText('+20.00')
  await openExport(page)
  const { text } = await save(page, 'JSON')
  expect(JSON.parse(text)).toMatchObject({
    scope: { what: 'positions', full: true, since: null },
    rows: [{ price_basis: 'mid', price: 100, unrealised_pnl_usd: 20, size: 2, liquidation_price: 80 }],
  })
})
