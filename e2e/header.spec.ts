import { book, position } from './rig/build-frames'
import { empty } from './rig/frames'
import { found, type Script } from './rig/script'
import { expect, test } from './rig/test'

const HOUR = 3600
const WALLET = `0x${'a'.repeat(64)}`
const PROFILE = `0x${'c'.repeat(64)}`
const START = Math.floor(Date.now() / 1000)

/** One leg a trade: price, size and its second. */
function trades(...rows: readonly (readonly [price: string, size: string, second: number])[]): string {
  const data = rows.map(([price, size, second]) => ({
    address: null,
    fee: '0',
    last_updated: START + second,
    leverage: 2,
    market_id: '14',
    order_type: 1,
    order_value: String(Number(price) * Number(size)),
    pnl: '0',
    price,
    size,
    timestamp: START + second,
    trade_id: String((7n << 64n) | 14n),
    transaction_version: 1_000 + second,
  }))
  return JSON.stringify({ data, message: 'recent_trades' })
}

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

function speak(script: Script, held: string): void {
  script.answerLookUp = () => found(PROFILE)
  script.answer = ({ topic, market_id = '' }) => {
    if (topic === 'orderbook') return [market_id === '15' ? book('15', 97_000, 97_010) : book(market_id, 5.101, 5.202)]
    if (topic === 'recent_trades') return [market_id === '14' ? trades(['5.150', '10', 1]) : empty(topic)]
    if (topic === 'live_funding_rate') return [funding(START - HOUR, { '14': '0.0001', '15': '-0.0002' })]
    return [topic === 'positions' && held !== '' ? position(PROFILE, held, '10') : empty(topic)]
  }
}

test('the figures of the market on show: last with its direction, mid, spread, session, funding and countdown', async ({
  page,
  open,
  script,
}) => {
  speak(script, '')
  await open()
  const header = page.getByRole('banner')
  const group = (label: string) => header.locator('dl', { hasText: label })
  await expect(group('Last')).toHaveText('Last5.150')
  await expect(group('Mid')).toHaveText('Mid5.1515Spread0.101')
  await expect(group('Session')).toHaveText('Session high5.150Session low5.150Session volume$52')
  await expect(group('Funding')).toHaveText('Funding+0.0001Next (inferred)—')

  script.push('recent_trades', trades(['5.300', '20', 2], ['5.050', '100', 3]))
  await expect(group('Last')).toHaveText('Last5.050')
  const arrow = (name: string) =>
    group(name)
      .locator('dd')
      .evaluate((figure) => getComputedStyle(figure, '::after').content)
  expect(await arrow('Last')).toContain('▼')
  await expect(group('Session')).toHaveText('Session high5.300Session low5.050Session volume$663')
  await expect(group('Session').locator('div').first()).toHaveAttribute(
    'title',
    /^Of the 3 trades seen since the page opened this market, the oldest of .+; not of a day$/,
  )

  script.push('live_funding_rate', funding(START, { '14': '0.0003', '15': '-0.0002' }))
  await expect(group('Funding')).toHaveText(/^Funding\+0\.0003Next \(inferred\)(1:00:00|5\d:\d\d)$/)
})

test('stand on one line at 1440 px, and nothing shifts when they change', async ({ page, open, script }) => {
  speak(script, '')
  await open()
  const header = page.getByRole('banner')
  await expect(header).toContainText('Last5.150')
  await expect(header).toContainText('Funding+0.0001')
  const places = () =>
    header.locator('dt, dd, select, button, input').evaluateAll((all) =>
      all
        .filter((one) => one.tagName !== 'DD')
        .map((one) => {
          const { x, y } = one.getBoundingClientRect()
          return [x, y]
        }),
    )
  const tops = await header
    .locator('dt')
    .evaluateAll((labels) => new Set(labels.map((label) => label.getBoundingClientRect().top)).size)
  expect(tops).toBe(1)
  // No part of a price, spread or rate is cut off.
  const edge = await header.getByRole('region', { name: 'Figures of the market' }).boundingBox()
  const next = await header.getByText('Next (inferred)').boundingBox()
  expect((next?.x ?? 0) + (next?.width ?? 0)).toBeLessThan((edge?.x ?? 0) + (edge?.width ?? 0) - 40)
  const before = await places()
  script.push('orderbook', book('14', 15.101, 16.202))
  script.push('recent_trades', trades(['15.151', '123456', 2], ['5.050', '100', 3]))
  script.push('live_funding_rate', funding(START, { '14': '-0.0003', '15': '-0.0002' }))
  await expect(header).toContainText('Mid15.6515')
  await expect(header).toContainText('Session volume$1,871,038')
  await expect(header).toContainText(/Next \(inferred\)(1:00:00|5\d:\d\d)/)
  expect(await places()).toEqual(before)
})

test('on a phone the header takes two lines, and a third where it leads to an account', async ({
  page,
  open,
  script,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  speak(script, '')
  await open()
  const header = page.getByRole('banner')
  await expect(header).toContainText('Last5.150')
  await expect(header.getByRole('button', { name: 'Connect wallet' })).toBeHidden()
  expect((await header.boundingBox())?.height).toBeLessThan(90)
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'Account' }).click()
  await expect(header.getByRole('button', { name: 'Connect wallet' })).toBeEnabled()
  expect((await header.boundingBox())?.height).toBeLessThan(120)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

test('the list of all markets shows what is known of each, and is used by the keyboard alone', async ({
  page,
  open,
  script,
}) => {
  speak(script, '15')
  await open(`?address=${WALLET}`)
  const opener = page.getByRole('button', { name: 'All markets' })
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Markets on Mainnet' })
  const rows = dialog.getByRole('table', { name: 'Markets' }).getByRole('row')
  await expect(rows).toHaveText([
    'MarketPriceFundingNext (inferred)',
    'APT-USD5.150 last+0.0001—',
    'BTC-USD97,005.0 mid−0.0002—',
    'ETH-USD———',
    'SOL-USD———',
  ])
  await expect(dialog.getByRole('button', { name: 'APT-USD' })).toBeFocused()
  await expect(dialog.getByRole('button', { name: 'APT-USD' })).toHaveAccessibleDescription('5.150 last +0.0001')

  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(opener).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'APT-USD' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('button', { name: 'BTC-USD' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('combobox', { name: 'Market' })).toHaveValue('15')
  await expect(opener).toBeFocused()
  await expect(page.getByRole('banner')).toContainText('Mid97,005')
})

test('a minute after the link is lost the session and the countdown are withheld, last price and rate stay, marked', async ({
  page,
  open,
  script,
}) => {
  await page.clock.install()
  speak(script, '')
  await open()
  const header = page.getByRole('banner')
  await expect(header).toContainText('Session volume$52')
  script.push('live_funding_rate', funding(START, { '14': '0.0001' }))
  await expect(header).toContainText(/Next \(inferred\)\d/)
  Object.assign(script, { connect: (_host: string, socket: { close: () => void }) => socket.close() })
  script.open[0]?.socket.terminate()
  await expect(header.locator('dl', { hasText: 'Session' })).toHaveAttribute('data-state', 'stale')
  // Behind the label of the figure that it is about, and in the colour of warnings though the figure is drawn back.
  const marks = header.locator('.state-mark')
  await expect(marks).toHaveText(['stale', 'stale', 'stale'])
  const looks = await marks.evaluateAll((all) =>
    all.map((mark) => {
      const label = mark.parentElement?.querySelector('dt')
      const words = [label, mark].map((element) => {
        const range = document.createRange()
        if (element != null) range.selectNodeContents(element)
        return range.getBoundingClientRect()
      })
      const [of, state] = words
      return {
        gap: Math.round((state?.left ?? 0) - (of?.right ?? 0)),
        colour: getComputedStyle(mark).color,
        level: state?.top === of?.top,
      }
    }),
  )
  const [first] = looks
  expect(first?.gap).toBeGreaterThan(3)
  expect(first?.gap).toBeLessThan(9)
  expect(first?.level).toBe(true)
  expect(first?.colour).not.toBe(
    await header
      .locator('dt')
      .first()
      .evaluate((label) => getComputedStyle(label).color),
  )
  expect(looks).toEqual([first, first, first])
  await page.clock.fastForward(61_000)
  await expect(header).toContainText('Session high—')
  await expect(header).toContainText('Session volume—')
  await expect(header).toContainText('Last5.150')
  await expect(header).toContainText('Funding+0.0001')
  await expect(header).toContainText('Next (inferred)—')
})
