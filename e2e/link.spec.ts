import { book } from './rig/build-frames'
import { empty } from './rig/frames'
import { expect, test } from './rig/test'

test.beforeEach(({ script }) => {
  script.answer = ({ topic, market_id = '' }) =>
    topic === 'orderbook' ? [book(market_id, 5.101, 5.202)] : [empty(topic)]
})

for (const code of [1000, 1011, 4000]) {
  test(`a close with ${code} is answered with a new socket that subscribes everything again`, async ({
    page,
    open,
    script,
  }) => {
    await open()
    const connection = page.getByRole('status', { name: 'Connection' })
    await expect(connection).toHaveText('Live')
    script.answer = () => []
    script.open[0]?.socket.close(code)
    await expect(connection).toHaveText('Reconnecting')
    const panel = page.getByRole('region', { name: 'Order book' })
    await expect(panel).toHaveAttribute('data-state', 'stale')
    await expect(panel).toContainText(/Stale, as of \d\d:\d\d:\d\d/)

    await expect.poll(() => script.connections[1]?.received.length, { timeout: 10_000 }).toBe(3)
    for (const topic of ['recent_trades', 'live_funding_rate']) script.push(topic, empty(topic))
    script.push('orderbook', book('14', 5.303, 5.404))
    await expect(panel).toContainText('5.303')
    await expect(panel).toHaveAttribute('data-state', 'live')
    await expect(connection).toHaveText('Live')
    expect(script.open.length).toBe(1)
  })
}

test('a silent market is asked for a sign of life, is delayed, then stale, and gets a new socket', async ({
  page,
  open,
  script,
}) => {
  test.setTimeout(60_000)
  await open()
  const panel = page.getByRole('region', { name: 'Order book' })
  await expect(panel).toHaveAttribute('data-state', 'live')
  script.answer = () => []
  const first = script.connections[0]
  await expect.poll(() => first?.received.length, { timeout: 12_000 }).toBe(4)
  expect(first?.received[3]).toEqual({ topic: 'live_funding_rate' })
  await expect(panel).toHaveAttribute('data-state', 'delayed', { timeout: 5000 })
  await expect(panel).toContainText(/Delayed \d+ s/)
  await expect(panel).toHaveAttribute('data-state', 'stale', { timeout: 10_000 })
  await expect(panel).toContainText('5.101')
  await expect.poll(() => script.connections.length).toBe(2)
})

test('a refused connection says why, when the next try is, and can be hurried', async ({ page, open, script }) => {
  const { connect } = script
  Object.assign(script, {
    connect: (_host: string, socket: { close: (code: number, reason: string) => void }) =>
      socket.close(1013, 'overloaded'),
  })
  await open()
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Reconnecting')
  await expect(page.getByText(/Try \d+ in \d+ s: the exchange asks to try later \(1013: overloaded\)/)).toBeVisible()
  Object.assign(script, { connect })
  await page.getByRole('button', { name: 'Retry now' }).click()
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live')
})

test('while it waits for the next try, no panel’s name and age is covered', async ({ page, open, script }) => {
  await open()
  const panel = page.getByRole('region', { name: 'Order book' })
  await expect(panel).toHaveAttribute('data-state', 'live')
  const refuse = (_host: string, socket: { close: (code: number, reason: string) => void }) =>
    socket.close(1013, 'overloaded')
  Object.assign(script, { connect: refuse })
  for (const { socket } of script.open) socket.terminate()
  for (const [width, height] of [
    [1024, 700],
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expect(page.getByRole('button', { name: 'Retry now' })).toBeInViewport({ ratio: 1 })
    const covered = await page.evaluate(() =>
      [...document.querySelectorAll('.panel-frame > header')].flatMap((head) => {
        const { x, y, width: across, height: down } = head.getBoundingClientRect()
        // The last of a narrow page may lie below what is on the screen.
        if (y < 0 || y + down > innerHeight - 160) return []
        const at = [0.02, 0.25, 0.5, 0.75, 0.98].map((part) => document.elementFromPoint(x + part * across, y + 12))
        return at.every((element) => head.contains(element)) ? [] : [head.textContent]
      }),
    )
    expect(covered, `${width} px`).toEqual([])
  }
})

test('whatever comes in, the page stays, the other panels go on, and what was lost is counted', async ({
  page,
  open,
  script,
}) => {
  await open()
  const panel = page.getByRole('region', { name: 'Order book' })
  await expect(panel).toHaveAttribute('data-state', 'live')
  const row = (price: unknown) => ({ is_ask: true, price, size: '1', market_id: '14', last_updated: 1_700_000_000 })
  const garbage = [
    '',
    '<!doctype html><h1>502 Bad Gateway</h1>',
    '[]',
    '42',
    'null',
    '{}',
    '{"data":[],"message":"constructor"}',
    '{"data":[],"message":"best_price"}',
    '{"data":{"__proto__":1},"message":"recent_trades"}',
    JSON.stringify({ data: [null, 1, 'x', []], message: 'live_funding_rate' }),
    `{"data":${'['.repeat(50_000)}${']'.repeat(50_000)},"message":"orderbook"}`,
  ]
  for (const text of garbage) script.push('orderbook', text)
  script.push('orderbook', Buffer.from([0, 1, 2]))
  await expect(page.getByRole('contentinfo')).toContainText('set aside')

  script.push('orderbook', JSON.stringify({ data: [row('NaN'), row('5.555'), row('-1')], message: 'orderbook' }))
  await expect(panel).toContainText('5.555')
  await panel.getByRole('button', { name: '2 parts set aside: open diagnostics' }).press('Enter')
  const diagnostics = page.getByRole('region', { name: 'Diagnostics', exact: true })
  await expect(diagnostics).toBeFocused()
  await expect(diagnostics).toContainText('orderbook: price is "NaN"')
  script.push('orderbook', book('14', 5.303, 5.404))
  await expect(panel).toContainText('5.303')
  await expect(panel).not.toContainText('set aside')
  await expect(page.getByRole('region', { name: 'Funding' })).toContainText('Unreadable')
})
