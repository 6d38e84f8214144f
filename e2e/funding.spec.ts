import type { Page } from '@playwright/test'
import { book, position } from './rig/build-frames'
import { empty } from './rig/frames'
import { found, type Script } from './rig/script'
import { expect, test } from './rig/test'

const HOUR = 3600
const WALLET = `0x${'a'.repeat(64)}`
const PROFILE = `0x${'c'.repeat(64)}`
const START = Math.floor(Date.now() / 1000)

function funding(second: number, rates: Readonly<Record<string, string>>): string {
  const data = Object.entries(rates).map(([market_id, funding_rate]) => ({
    market_id,
    funding_rate,
    funding_timestamp: 0,
    last_updated: second,
    transaction_timestamp: second,
    transaction_version: 5_000 + second,
  }))
  return JSON.stringify({ data, message: 'live_funding_rate' })
}

/** Both positions in one message. */
function positions(...messages: readonly string[]): string {
  const data = messages.flatMap((text) => (JSON.parse(text) as { data: unknown[] }).data)
  return JSON.stringify({ data, message: 'positions' })
}

function speak(script: Script): void {
  script.answerLookUp = () => found(PROFILE)
  const short = position(PROFILE, '15', '2').replace('"is_long":true', '"is_long":false')
  const held = positions(position(PROFILE, '14', '1000'), short)
  script.answer = ({ topic, market_id = '' }) => {
    if (topic === 'orderbook') return market_id === '14' ? [book('14', 4.9, 5.1)] : []
    if (topic === 'live_funding_rate') return [funding(START - HOUR, { '14': '0.0001', '15': '-0.0002' })]
    return [topic === 'positions' ? held : empty(topic)]
  }
}

const region = (page: Page) => page.getByRole('region', { name: 'Funding' })
const rows = (page: Page) => region(page).getByRole('table', { name: 'Funding rates' }).getByRole('row')
const clock = (second: number) => new Date(second * 1000).toTimeString().slice(0, 5)

test('the period is inferred once two fundings in a row were seen, and what rests on it is marked', async ({
  page,
  open,
  script,
}) => {
  speak(script)
  await open()
  await expect(rows(page)).toHaveText(['MarketRate≈ 8 h, 1 h≈ 1 y, next', 'APT-USD+0.0001——', 'BTC-USD−0.0002——'])
  await expect(region(page)).toContainText('Their period is known once two fundings in a row were seen')

  script.push('live_funding_rate', funding(START, { '14': '0.0003', '15': '-0.0002' }))
  await expect(rows(page).nth(1)).toHaveText(
    /^APT-USDeach 1 h\+0\.0003\+0\.2400 %\+0\.0300 %\+262\.80 %(1:00:00|5\d:\d\d)$/,
  )
  await expect(region(page)).toContainText(
    'period inferred: 1 h. ≈ assumed: a fraction each period, + longs pay shorts',
  )
  await expect(rows(page).nth(1).getByRole('figure')).toHaveAccessibleName(
    /^2 fundings seen by this browser since .+: from \+0\.0001 to \+0\.0003$/,
  )
})

test('the history of a network is kept for the next visit', async ({ page, open, script }) => {
  speak(script)
  await open()
  await expect(rows(page)).toHaveCount(3)
  script.push('live_funding_rate', funding(START, { '14': '0.0003', '15': '-0.0002' }))
  await expect(rows(page).nth(1)).toContainText('each 1 h')

  await page.reload()
  script.push('live_funding_rate', funding(START, { '14': '0.0003', '15': '-0.0002' }))
  await expect(rows(page).nth(1)).toContainText('each 1 h')
  await expect(rows(page).nth(1).getByRole('figure')).toHaveAccessibleName(/^2 fundings seen/)

  await page.getByRole('combobox', { name: 'Network' }).selectOption('testnet')
  await expect(region(page)).toContainText('Their period is known once two fundings in a row were seen')
})

test('what the next funding costs the account is told by position and in total, as far as prices are live', async ({
  page,
  open,
  script,
}) => {
  speak(script)
  await open(`?address=${WALLET}`)
  const costs = region(page).getByRole('list', { name: 'Funding of own positions' }).getByRole('listitem')
  const total = region(page).getByText('Own positions')
  await expect(costs).toHaveText(['APT-USD longpays about $0.50 at the next', 'BTC-USD short—'])
  await expect(total).toHaveText('Own positions1 of 2assumed')
  await expect(region(page)).toContainText('assumedpays about $0.50')

  // The other position's book arrives, and then the second funding, which tells the time of the next.
  const bookOf = (id: string) =>
    script.open.find(({ received }) => received.some((one) => one.topic === 'orderbook' && one.market_id === id))
  await expect.poll(() => bookOf('15') !== undefined).toBe(true)
  bookOf('15')?.socket.send(book('15', 99_000, 101_000))
  await expect(costs.nth(1)).toHaveText('BTC-USD shortpays about $40.00 at the next')
  await expect(total).toHaveText('Own positionsassumed')
  await expect(region(page)).toContainText('assumedpays about $40.50')
  script.push('live_funding_rate', funding(START, { '14': '-0.0002', '15': '-0.0002' }))
  await expect(costs).toHaveText([
    `APT-USD longreceives about $1.00 at ${clock(START + HOUR)}`,
    `BTC-USD shortpays about $40.00 at ${clock(START + HOUR)}`,
  ])
  await expect(region(page)).toContainText('assumedpays about $39.00')
})
