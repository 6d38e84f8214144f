import type { Page } from '@playwright/test'
import { walletScript } from '../src/simulator/demo-wallet'
import { book, position } from './rig/build-frames'
import { documented, empty } from './rig/frames'
import { found, type Script, unknownWallet } from './rig/script'
import { SITE_HOST } from './rig/server'
import { expect, test } from './rig/test'

const FIRST = `0x${'a'.repeat(64)}`
const SECOND = `0x${'b'.repeat(64)}`
const SIZES: Readonly<Record<string, string>> = { [FIRST]: '12.345', [SECOND]: '67.891' }

const query = (page: Page) => new URL(page.url()).search
const bar = (page: Page) => page.getByText('atching, not your wallet')

/** Each market with a price of its own, each address with a size of its own. */
function speak(script: Script): void {
  script.answerLookUp = () => unknownWallet
  script.answer = ({ topic, market_id = '', address = '' }) => {
    if (topic === 'orderbook') return [market_id === '14' ? book('14', 5.101, 5.202) : book(market_id, 97_000, 97_010)]
    const size = SIZES[address]
    return [topic === 'positions' && size !== undefined ? position(address, '14', size) : empty(topic)]
  }
}

async function watch(page: Page, address: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Watch address' }).fill(address)
  await page.getByRole('textbox', { name: 'Watch address' }).press('Enter')
}

/** What stood on the page in each frame, until the text stood there for some frames. */
function framesUntil(page: Page, text: string): Promise<{ query: string; shown: string }[]> {
  return page.evaluate(
    (awaited) =>
      new Promise((resolve) => {
        const frames: { query: string; shown: string }[] = []
        let after = 0
        const look = () => {
          const shown = document.body.innerText
          frames.push({ query: location.search, shown })
          after = shown.includes(awaited) ? after + 1 : 0
          if (after < 5) requestAnimationFrame(look)
          else resolve(frames)
        }
        look()
      }),
    text,
  )
}

test('the first visit shows mainnet and APT-USD, and asks its host for market 14', async ({ page, open, script }) => {
  await open()
  await expect(page.getByRole('combobox', { name: 'Network' })).toHaveValue('mainnet')
  await expect(page.getByRole('combobox', { name: 'Market' })).toHaveValue('14')
  await expect
    .poll(() => script.connections.map(({ host, received }) => ({ host, received })))
    .toEqual([
      {
        host: 'perpetuals-indexer-ws.kana.trade',
        received: [
          { topic: 'orderbook', market_id: '14' },
          { topic: 'recent_trades', market_id: '14' },
          { topic: 'live_funding_rate' },
        ],
      },
    ])
  await expect(page.getByRole('combobox', { name: 'Network' }).getByRole('option')).toHaveText([
    'Mainnet',
    'Testnet',
    'Demo',
  ])
})

test('unknown link parameters are ignored with a notice each', async ({ page, open }) => {
  await open('?network=devnet&market=9999&address=0xnonsense&tab=chat&theme=pink')
  const notice = page.getByRole('alert')
  for (const value of ['devnet', '9999', '0xnonsense', 'chat', 'theme']) await expect(notice).toContainText(value)
  await expect(page.getByRole('combobox', { name: 'Network' })).toHaveValue('mainnet')
  await expect(page.getByRole('combobox', { name: 'Market' })).toHaveValue('14')
  await notice.getByRole('button', { name: 'Dismiss' }).click()
  await expect(notice).toBeHidden()
})

test('the simulated network does not exist in the built site', async ({ page, open }) => {
  await open('?network=simulated')
  await expect(page.getByRole('alert')).toContainText('simulated')
  await expect(page.getByRole('combobox', { name: 'Network' })).toHaveValue('mainnet')
})

test('the retired market 396 is reached by a link and not offered otherwise', async ({ page, open }) => {
  await open('?network=testnet&market=396')
  const market = page.getByRole('combobox', { name: 'Market' })
  await expect(market).toHaveValue('396')
  await market.selectOption('1339')
  await expect(market.getByRole('option')).toHaveText(['APT-USD', 'BTC-USD', 'ETH-USD', 'SOL-USD'])
})

test('the page address follows the view, names a watched address and never a wallet’s', async ({
  page,
  open,
  script,
}) => {
  script.answerLookUp = () => found(documented.account)
  script.answer = ({ topic }) => [empty(topic)]
  await page.addInitScript({
    content: walletScript({ name: 'Test wallet', address: documented.wallet, ansName: 'test' }),
  })
  await open()
  await page.getByRole('combobox', { name: 'Network' }).selectOption('testnet')
  await page.getByRole('combobox', { name: 'Market' }).selectOption('1340')
  await page.getByRole('tab', { name: 'Fills' }).click()
  expect(new URL(page.url()).search).toBe('?network=testnet&market=1340&tab=fills')

  await page.getByRole('button', { name: 'Connect wallet' }).click()
  await page.getByRole('button', { name: /Test wallet/ }).click()
  await expect(page.getByText('Your wallet')).toBeVisible()
  expect(page.url()).not.toContain('0x')

  await page.getByRole('textbox', { name: 'Watch address' }).fill(documented.account)
  await page.getByRole('textbox', { name: 'Watch address' }).press('Enter')
  await expect.poll(() => new URL(page.url()).searchParams.get('address')).toBe(documented.account)

  // The same address opened by hand is a link like any other.
  const link = page.url()
  await page.goto('about:blank')
  await page.goto(link)
  await expect(page.getByText('From the link: watching, not your wallet')).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Fills' })).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('button', { name: /Back to my wallet|Stop watching/ }).click()
  await expect.poll(() => page.url()).not.toContain('0x')
})

test('back and forward show again what the reader chose, a step a choice', async ({ page, open, script }) => {
  speak(script)
  await open()
  const market = page.getByRole('combobox', { name: 'Market' })
  const network = page.getByRole('combobox', { name: 'Network' })
  await market.selectOption('15')
  await page.getByRole('tab', { name: 'Open orders' }).click()
  // Network and market change in one go.
  await network.selectOption('testnet')
  await expect(market).toHaveValue('1339')
  await watch(page, FIRST)
  await expect(page.getByText('Watching, not your wallet')).toBeVisible()
  expect(query(page)).toBe(`?network=testnet&market=1339&address=${FIRST}&tab=orders`)

  await page.goBack()
  await expect(bar(page)).toHaveCount(0)
  await page.goBack()
  await expect(network).toHaveValue('mainnet')
  await expect(market).toHaveValue('15')
  await expect(page.getByRole('banner')).toContainText('Mid97,005')
  await page.goBack()
  await expect(page.getByRole('tab', { name: 'Positions' })).toHaveAttribute('aria-selected', 'true')
  await page.goBack()
  await expect(market).toHaveValue('14')
  await expect(page.getByRole('banner')).toContainText('Mid5.1515')
  expect(query(page)).toBe('?network=mainnet&market=14')

  await page.evaluate(() => history.go(4))
  await expect(page.getByText('Watching, not your wallet')).toBeVisible()
  await expect(network).toHaveValue('testnet')
  await expect(page.getByRole('tab', { name: 'Open orders' })).toHaveAttribute('aria-selected', 'true')
  await expect.poll(() => script.open.map(({ received }) => received[0]?.market_id ?? '')).toContain('1339')
})

test('that an address came from the link or was typed stays true through back, forward and a reload', async ({
  page,
  open,
  script,
}) => {
  speak(script)
  await open(`?address=${FIRST}`)
  await expect(bar(page)).toHaveText('From the link: watching, not your wallet')
  await watch(page, SECOND)
  await expect(bar(page)).toHaveText('Watching, not your wallet')
  await page.goBack()
  await expect(bar(page)).toHaveText('From the link: watching, not your wallet')
  await page.reload()
  await expect(bar(page)).toHaveText('From the link: watching, not your wallet')
  await page.goForward()
  await expect(bar(page)).toHaveText('Watching, not your wallet')
  await page.reload()
  await expect(bar(page)).toHaveText('Watching, not your wallet')
  // Left for another site and come back to.
  await page.goto('about:blank')
  await page.goBack()
  await expect(bar(page)).toHaveText('Watching, not your wallet')
})

test('not for one frame does back show a row of the account or a price of the market that was left', async ({
  page,
  open,
  script,
}) => {
  speak(script)
  await open()
  await watch(page, FIRST)
  await expect(page.getByText('12.345')).toBeVisible()
  await watch(page, SECOND)
  await expect(page.getByText('67.891')).toBeVisible()
  await expect(page.getByText('12.345')).toHaveCount(0)

  for (const [entries, size, foreign] of [
    [-1, '12.345', '67.891'],
    [1, '67.891', '12.345'],
  ] as const) {
    const frames = framesUntil(page, size)
    await page.evaluate((steps) => history.go(steps), entries)
    const address = Object.keys(SIZES).find((key) => SIZES[key] === size)
    const after = (await frames).filter((frame) => frame.query.includes(address ?? '?'))
    expect(after.length).toBeGreaterThan(4)
    expect(after.filter(({ shown }) => shown.includes(foreign))).toEqual([])
  }

  await page.getByRole('combobox', { name: 'Market' }).selectOption('15')
  await expect(page.getByRole('banner')).toContainText('Mid97,005')
  const frames = framesUntil(page, '5.101')
  await page.goBack()
  const after = (await frames).filter((frame) => frame.query.includes('market=14'))
  expect(after.length).toBeGreaterThan(4)
  expect(after.filter(({ shown }) => shown.includes('97,0'))).toEqual([])
})

test('a link to the view is copied, with a warning while it names a watched address', async ({
  page,
  open,
  script,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  speak(script)
  await open('?network=testnet')
  const foot = page.getByRole('contentinfo')
  const copy = foot.getByRole('button', { name: 'Copy link to this view' })
  await expect(copy).toHaveAttribute('title', 'Network, market and tab')
  await page.getByRole('tab', { name: 'Fills' }).click()
  await watch(page, FIRST)
  await expect(copy).toHaveAttribute(
    'title',
    /names the watched address 0xaaaa…aaaa: who has the link sees that account/,
  )
  await copy.click()
  await expect(foot.getByRole('status')).toHaveText('Copied')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(`https://${SITE_HOST}/?network=testnet&market=1338&address=${FIRST}&tab=fills`)
  expect(copied).toBe(page.url())
})

test('a browser that does not let the link be copied is named as the reason', async ({
  page,
  open,
  script,
  context,
}) => {
  speak(script)
  await open()
  const debuggers = await context.newCDPSession(page)
  const { targetInfo } = await debuggers.send('Target.getTargetInfo')
  await debuggers.send('Browser.setPermission', {
    browserContextId: targetInfo.browserContextId ?? '',
    permission: { name: 'clipboard-write' },
    setting: 'denied',
    origin: `https://${SITE_HOST}`,
  })
  const foot = page.getByRole('contentinfo')
  await foot.getByRole('button', { name: 'Copy link to this view' }).click()
  await expect(foot.getByRole('status')).toHaveText(/^The browser did not allow it: copy the page’s address instead$/)
})
