import { describe, expect, it } from 'vitest'
import type { Fill, HistoryOrder, OpenOrder, Position } from '../../domain/account'
import type { ExportScope } from '../../domain/export-rows'
import { type FillTotals, fillTotals } from '../../domain/fills-summary'
import { positionFigures } from '../../domain/position-figures'
import { MAIN } from '../../store/test-kit'
import { type ExportTable, fillsTable, historyTable, ordersTable, positionsTable } from './export-tables'

const PLACED_MS = Date.UTC(2025, 1, 17, 11, 12, 13)
const UPDATED_MS = Date.UTC(2025, 1, 18)
const ID = '16509835945970048696716'

const POSITION: Position = {
  address: '0xa',
  marketId: '1',
  tradeId: ID,
  side: 'long',
  size: 2.5,
  entryPrice: 6.25,
  liquidationPrice: 5.125,
  marginUsd: 3.5,
  valueUsd: 15.625,
  leverage: 11,
  stopLoss: 5.75,
  takeProfit: 7.5,
  updatedMs: UPDATED_MS,
}
const ORDER: OpenOrder = {
  address: '0xa',
  marketId: '1',
  orderId: ID,
  tradeId: '77',
  orderType: 7,
  price: 6.002,
  totalSize: 4.5,
  remainingSize: 1.5,
  valueUsd: 27.009,
  leverage: 11,
  createdMs: PLACED_MS,
  updatedMs: UPDATED_MS,
}
const { totalSize: size, remainingSize: _remaining, ...shared } = ORDER
const HISTORY: HistoryOrder = { ...shared, key: 'row', size, isMarket: true, status: 'Partially Filled' }
const FILL: Fill = {
  key: 'row',
  address: '0xa',
  marketId: '1',
  tradeId: ID,
  orderType: 7,
  price: 6.05,
  size: 0.5,
  feeUsd: 0.0015,
  pnlUsd: -1.5,
  timeMs: PLACED_MS,
  updatedMs: UPDATED_MS,
  version: '6704413443',
  orderId: '99',
}
const SCOPE: ExportScope = {
  what: 'rows',
  network: 'main',
  account: '0xa',
  since: null,
  asOf: null,
  state: 'live',
  rows: 1,
  full: true,
  coverage: '',
}

type Written = Readonly<Record<string, string | number | null>>
const written = (table: ExportTable): readonly Written[] => (JSON.parse(table.json(SCOPE)) as { rows: Written[] }).rows

describe('a file has every field of its rows, ids as text and times in UTC', () => {
  it.each([
    ['positions', POSITION, positionsTable([POSITION], MAIN, 'mid', () => null)],
    ['open orders', ORDER, ordersTable([ORDER], MAIN)],
    ['order history', HISTORY, historyTable([HISTORY], MAIN)],
    ['fills', FILL, fillsTable([FILL], MAIN, new Map(), true)],
  ])('%s', (_what, row, table) => {
    const cells = Object.values(written(table)[0] ?? {})
    for (const [name, value] of Object.entries<unknown>({ ...row })) {
      if (name === 'key' || name === 'address') continue
      const cell = name.endsWith('Ms') ? new Date(Number(value)).toISOString() : name === 'isMarket' ? 'market' : value
      expect(cells, name).toContain(cell)
    }
  })
})

it('the oldest row tells since when', () => {
  const older = { ...FILL, timeMs: PLACED_MS - 1 }
  const timeless = { ...FILL, timeMs: null }
  expect(fillsTable([FILL, older, timeless], MAIN, new Map(), true).sinceMs).toBe(PLACED_MS - 1)
  expect(fillsTable([timeless], MAIN, new Map(), true).sinceMs).toBeNull()
  expect(positionsTable([POSITION], MAIN, 'mid', () => null).sinceMs).toBeNull()
})

it('positions carry what they are worth by the basis that is named, or nothing', () => {
  const book = { bids: [{ price: 7, size: 9, updatedMs: null }], asks: [{ price: 8, size: 9, updatedMs: null }] }
  const figures = positionFigures(POSITION, { book, lastPrice: null, feeBps: 5 }, 'mid')
  expect(written(positionsTable([POSITION], MAIN, 'mid', () => figures))[0]).toMatchObject({
    price_basis: 'mid',
    price: 7.5,
    unrealised_pnl_usd: 3.125,
    value_usd: 18.75,
  })
  expect(written(positionsTable([POSITION], MAIN, 'mid', () => null))[0]).toMatchObject({
    price: null,
    unrealised_pnl_usd: null,
  })
})

it('the columns of fills add up to the sums on the screen', () => {
  const fills = [FILL, { ...FILL, pnlUsd: 0 }, { ...FILL, feeUsd: null }, { ...FILL, pnlUsd: null }]
  const rows = written(fillsTable(fills, MAIN, new Map(), true))
  const sum = (column: string) => rows.reduce((total, row) => total + Number(row[column]), 0)
  const { volumeUsd, feesUsd, beforeFeesUsd, realisedUsd, netUsd }: FillTotals = fillTotals(fills)
  expect(['value_usd', 'fee_usd', 'before_fees_usd', 'realised_pnl_usd', 'net_result_usd'].map(sum)).toEqual([
    volumeUsd,
    feesUsd.total,
    beforeFeesUsd.total,
    realisedUsd.total,
    netUsd.total,
  ])
})

it('nothing is derived from fills that are not to be reckoned with', () => {
  expect(written(fillsTable([FILL], MAIN, new Map(), false))[0]).toMatchObject({
    price: 6.05,
    realised_pnl_usd: -1.5,
    value_usd: null,
    before_fees_usd: null,
    net_result_usd: null,
  })
})

it('a fill without a transaction of its own has that of the tape', () => {
  const own = { ...FILL, version: null }
  const tape = new Map([[`1 ${ID} 6.05 0.5 ${PLACED_MS}`, '5']])
  expect(written(fillsTable([own], MAIN, tape, true))[0]).toMatchObject({ transaction_version: '5' })
})
