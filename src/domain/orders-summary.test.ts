import { expect, it } from 'vitest'
import { orderTotals } from './orders-summary'
import { historyOrder } from './test-kit'

it('the totals of orders count each status, the most frequent first, and say of how many the value is known', () => {
  const orders = [
    historyOrder({ status: 'Open', valueUsd: 10 }),
    historyOrder({ status: 'Filled', valueUsd: null }),
    historyOrder({ status: 'Filled', valueUsd: 2.5 }),
  ]
  expect(orderTotals(orders)).toEqual({
    count: 3,
    valueUsd: { total: 12.5, known: 2, all: 3 },
    statuses: [
      { status: 'Filled', count: 2 },
      { status: 'Open', count: 1 },
    ],
  })
})

it('of no order there is no value', () => {
  expect(orderTotals([])).toEqual({ count: 0, valueUsd: { total: null, known: 0, all: 0 }, statuses: [] })
})
