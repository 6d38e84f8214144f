import { beforeEach, expect, it } from 'vitest'
import { makeTradeId } from '../../domain/order-id'
import { accountKey, accountOf, at, beginStore, commit, delivered, link, position, state } from '../../store/test-kit'
import { makeReport } from './report'

const RATE = { messages: 0, chars: 0 }
const liquidations = () => makeReport(state(), at(0), RATE).units.filter(([what]) => what.startsWith('liquidation'))
/** (5 − 1 / 1) / 0.975 */
const HELD = { ...position(makeTradeId(7n, '1')), entryPrice: 5, size: 1, marginUsd: 1, liquidationPrice: 4 / 0.975 }

beforeEach(() => beginStore(accountOf('0xabc')))

it('the own estimate stands beside the exchange’s liquidation price as a difference, without a figure of the account', () => {
  const rows = [HELD, { ...HELD, tradeId: makeTradeId(8n, '1'), liquidationPrice: 4.2 }]
  commit(accountKey('0xabc'), [delivered({ topic: 'positions', rows })], link())
  expect(liquidations()).toEqual([
    ['liquidation, long in 1', 'own estimate 0.00 % from the exchange’s, 2.5 % maintenance assumed'],
    ['liquidation, long in 1', 'own estimate −2.32 % from the exchange’s, 2.5 % maintenance assumed'],
  ])
})

it('nothing is estimated without a margin, without a price to hold it against, or of positions that are doubted', () => {
  const rows = [
    { ...HELD, marginUsd: null },
    { ...HELD, tradeId: makeTradeId(8n, '1'), liquidationPrice: null },
  ]
  commit(accountKey('0xabc'), [delivered({ topic: 'positions', rows })], link())
  expect(liquidations()).toEqual([])
  const foreign = { ...HELD, tradeId: makeTradeId(7n, '2') }
  commit(accountKey('0xabc'), [delivered({ topic: 'positions', rows: [foreign] })], link())
  expect(liquidations()).toEqual([])
})
