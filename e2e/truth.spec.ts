import { book, position } from './rig/build-frames'
import { empty } from './rig/frames'
import { unknownWallet } from './rig/script'
import { expect, test } from './rig/test'

const profile = `0x${'c'.repeat(63)}`

test.beforeEach(({ script }) => {
  script.answer = ({ topic, market_id = '' }) =>
    topic === 'orderbook' ? [book(market_id, 5.101, 5.202)] : [empty(topic)]
  script.answerLookUp = () => unknownWallet
})

test('a panel whose code does not arrive says so in its own frame, the others go on, and it can be reloaded', async ({
  page,
  open,
}) => {
  await page.route('**/assets/depth-panel-*.js', (route) => route.abort())
  await open()
  const depth = page.getByRole('region', { name: 'Depth chart' })
  await expect(depth).toHaveAttribute('data-state', 'error')
  await expect(depth.getByRole('alert')).toContainText('This panel broke')
  await expect(page.getByRole('region', { name: 'Order book' })).toHaveAttribute('data-state', 'live')
  await page.unroute('**/assets/depth-panel-*.js')
  await depth.getByRole('button', { name: 'Reload this panel' }).click()
  await expect(depth.locator('[data-depth-curves]').first()).toBeVisible()
  await expect(depth).toHaveAttribute('data-state', 'live')
})

test('title and icon of the tab tell stale from live', async ({ page, open, script }) => {
  await open()
  await expect(page).toHaveTitle('5.1515 APT-USD · Perpscope')
  const icon = page.locator('link[rel="icon"]')
  await expect(icon).toHaveAttribute('href', '/favicon.svg')
  script.answer = () => []
  script.open[0]?.socket.terminate()
  await expect(page).toHaveTitle('(stale) APT-USD · Perpscope')
  await expect(icon).toHaveAttribute('href', '/favicon-stale.svg')
})

test('a minute after the link is lost derived figures are withheld, and the last known ones stay, marked', async ({
  page,
  open,
  script,
}) => {
  await page.clock.install()
  await open()
  const panel = page.getByRole('region', { name: 'Order book' })
  const header = page.getByRole('banner')
  await expect(header).toContainText('Mid5.1515')
  Object.assign(script, { connect: (_host: string, socket: { close: () => void }) => socket.close() })
  script.open[0]?.socket.terminate()
  await expect(panel).toHaveAttribute('data-state', 'stale')
  await expect(panel).not.toHaveAttribute('data-withheld')
  await expect(header).toContainText('Mid5.1515')

  await page.clock.fastForward(61_000)
  await expect(panel).toHaveAttribute('data-withheld', '')
  await expect(panel).toHaveAttribute('data-state', 'stale')
  await expect(panel).toContainText('Last known figures')
  await expect(panel).toContainText('5.101')
  await expect(panel).toContainText('Mid—')
  await expect(header).toContainText('Mid—')
  await expect(header).toContainText('Spread—')
})

test('an id that names another market makes its list unverified, with the reason', async ({ page, open, script }) => {
  const foreign = position(profile, '14', '12.345').replace(/"trade_id":"\d+"/, `"trade_id":"${(9n << 64n) | 15n}"`)
  script.answer = ({ topic }) => (topic === 'positions' ? [foreign] : [empty(topic)])
  await open(`?address=${profile}`)
  const account = page.getByRole('region', { name: 'Account' })
  await expect(account).toHaveAttribute('data-state', 'unverified')
  await expect(account).toContainText('a trade id names market 15 in a row of market 14')
  await expect(account).toContainText('12.345')
  script.push('positions', position(profile, '14', '12.345'))
  await expect(account).toHaveAttribute('data-state', 'live')
})

test('a clock that is off is told to the reader', async ({ page, open, script }) => {
  const at = (secondsAgo: number) =>
    book('14', 5.101, 5.202).replaceAll('1700000000', String(Math.floor(Date.now() / 1000) - secondsAgo))
  script.answer = ({ topic }) => (topic === 'orderbook' ? [at(130)] : [empty(topic)])
  await open()
  await expect(page.getByRole('region', { name: 'Order book' })).toHaveAttribute('data-state', 'live')
  script.push('orderbook', at(120))
  await expect(page.getByRole('contentinfo')).toContainText(/clock is 2 min ahead of the exchange’s times/)
})

test('the diagnostics show links, topics, losses and the log, and their report shortens addresses', async ({
  page,
  open,
  script,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(`?address=${profile}`)
  await expect(page.getByRole('region', { name: 'Account' })).toContainText('No data; it may not be a profile')
  script.push('orderbook', 'not json at all')
  script.push('positions', position(`0x${'e'.repeat(64)}`, '14', '1'))
  await page.getByRole('button', { name: /Diagnostics/ }).click()
  const panel = page.getByRole('region', { name: 'Diagnostics', exact: true })
  await expect(panel).toContainText('confirmed, socket 1')
  await expect(panel).toContainText('not-json')
  await expect(panel).toContainText('foreign-account')
  await expect(panel).toContainText('subscribed: orderbook, recent_trades, live_funding_rate')
  await panel.getByRole('button', { name: 'Copy report' }).click()
  await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible()
  const report = await page.evaluate(() => navigator.clipboard.readText())
  expect(report).toContain('account/0xcccc…cccc')
  expect(report).toContain('server sent account')
  expect(report).not.toContain('c'.repeat(20))
  expect(report).not.toContain('e'.repeat(20))
})

test('a price of a market that is not on show keeps its digits, though no order or fill taught its decimals', async ({
  page,
  open,
  script,
}) => {
  const row = position(profile, '15', '1.5').replace('"entry_price":"5.000"', '"entry_price":"6.05"')
  const held = row.replace('"liq_price":"2.6"', '"liq_price":"8.853658536585366"').replace('"tp":null', '"tp":"5.8765"')
  script.answer = ({ topic, market_id = '' }) =>
    topic === 'orderbook' ? [book(market_id, 5.101, 5.202)] : [topic === 'positions' ? held : empty(topic)]
  await open(`?address=${profile}`)
  const cells = page.getByRole('table', { name: 'Positions' }).getByRole('row').nth(1)
  await expect(cells).toContainText('6.0500')
  await expect(cells).toContainText('8.85366')
  await expect(cells).toContainText('5.8765')
})

test('the last price in the header is as sure as the trades, not as the book', async ({ page, open, script }) => {
  const trade = (time: number) =>
    JSON.stringify({
      data: [
        {
          address: null,
          fee: '0',
          last_updated: time,
          leverage: 2,
          market_id: '14',
          order_type: 1,
          order_value: '5.5',
          pnl: '0',
          price: '5.555',
          size: '1',
          timestamp: time,
          trade_id: String((7n << 64n) | 14n),
          transaction_version: 1,
        },
      ],
      message: 'recent_trades',
    })
  script.answer = ({ topic, market_id = '' }) =>
    topic === 'orderbook' ? [book(market_id, 5.101, 5.202)] : topic === 'recent_trades' ? [trade(1_700_000_000)] : []
  await open()
  const last = page.getByRole('banner').locator('dl', { hasText: 'Last' })
  const mid = page.getByRole('banner').locator('dl', { hasText: 'Mid' })
  await expect(last).toContainText('5.555')
  await expect(last).toHaveAttribute('data-state', 'live')
  script.push('recent_trades', JSON.stringify({ data: [{ market_id: '15' }], message: 'recent_trades' }))
  await expect(last).toHaveAttribute('data-state', 'unverified')
  await expect(last).toContainText('unverified')
  await expect(mid).toHaveAttribute('data-state', 'live')
})

test('a message that nobody can tell apart is answered by asking for everything anew', async ({
  page,
  open,
  script,
}) => {
  await page.clock.install()
  await open()
  await expect(page.getByRole('region', { name: 'Order book' })).toHaveAttribute('data-state', 'live')
  const asked = () => script.connections[0]?.received.length ?? 0
  await expect.poll(asked).toBe(3)
  // Repairs are at most every 30 s.
  for (let seconds = 0; seconds < 35; seconds += 7) {
    await page.clock.fastForward(7_000)
    script.push('orderbook', book('14', 5.101, 5.202))
    await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live')
  }
  const before = asked()
  script.push('orderbook', 'cut { json')
  await expect.poll(asked).toBe(before + 3)
})
