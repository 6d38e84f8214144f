import { walletScript } from '../src/simulator/demo-wallet'
import { book, position } from './rig/build-frames'
import { empty } from './rig/frames'
import { found } from './rig/script'
import type { LookUpAnswer } from './rig/server'
import { expect, test } from './rig/test'

const wallets = { first: `0x${'a'.repeat(64)}`, second: `0x${'b'.repeat(64)}` }
const profiles = { first: `0x${'c'.repeat(63)}`, second: `0x${'d'.repeat(63)}` }

declare global {
  interface Window {
    demoHands: Record<
      string,
      { readonly switchAccount: (address: string | null) => void; readonly calls: readonly string[] }
    >
  }
}

test('a switch of market closes its socket, and shows nothing of the old one while the new one is silent', async ({
  page,
  open,
  script,
}) => {
  script.answer = ({ topic, market_id }) =>
    topic === 'orderbook' && market_id === '14' ? [book('14', 5.101, 5.202)] : []
  await open()
  const panel = page.getByRole('region', { name: 'Order book' })
  await expect(panel).toContainText('5.101')

  await page.getByRole('combobox', { name: 'Market' }).selectOption('15')
  await expect(panel).toHaveAttribute('data-state', 'waiting')
  await expect(page.getByText('5.101')).toHaveCount(0)
  await expect.poll(() => script.open.map(({ received }) => received[0]?.market_id)).toEqual(['15'])

  script.push('orderbook', book('14', 5.101, 5.202))
  await expect(panel).toContainText('server sent market 14 for 15, not shown')
  script.push('orderbook', book('15', 97_000.125, 97_001.125))
  await expect(panel).toContainText('97,000.125')
  await expect(panel).toHaveAttribute('data-state', 'live')
})

test('a switch of network takes the same market of the other one and its own hosts', async ({ page, open, script }) => {
  script.answer = ({ topic, market_id = '' }) => (topic === 'orderbook' ? [book(market_id, 5.101, 5.202)] : [])
  await open('?market=15')
  await expect(page.getByRole('region', { name: 'Order book' })).toContainText('5.101')
  script.answer = () => []
  await page.getByRole('combobox', { name: 'Network' }).selectOption('testnet')
  await expect(page.getByRole('combobox', { name: 'Market' })).toHaveValue('1339')
  await expect(page.getByText('5.101')).toHaveCount(0)
  await expect.poll(() => script.open.map(({ host }) => host)).toEqual(['perpetuals-indexer-ws-develop.kanalabs.io'])
})

test('an account change in the wallet clears the account before it, and its slow look-up subscribes nothing', async ({
  page,
  open,
  script,
}) => {
  let answerLate: (answer: LookUpAnswer) => void = () => undefined
  script.answerLookUp = (address) =>
    address === wallets.second ? new Promise<LookUpAnswer>((resolve) => (answerLate = resolve)) : found(profiles.first)
  script.answer = ({ topic, address }) =>
    topic === 'positions' && address === profiles.first ? [position(profiles.first, '14', '12.345')] : [empty(topic)]
  await page.addInitScript({ content: walletScript({ name: 'Test wallet', address: wallets.first, ansName: 'test' }) })
  await open()
  await page.getByRole('button', { name: 'Connect wallet' }).click()
  await page.getByRole('button', { name: /Test wallet/ }).click()
  const account = page.getByRole('region', { name: 'Account' })
  await expect(account).toContainText('12.345')

  const hand = (address: string | null) =>
    page.evaluate((next) => window.demoHands['Test wallet']?.switchAccount(next), address)
  await hand(wallets.second)
  await expect(account).toContainText('Looking up the profile')
  await expect(page.getByText('12.345')).toHaveCount(0)

  await hand(wallets.first)
  await expect(account).toContainText('12.345')
  answerLate(found(profiles.second))
  await page.getByRole('tab', { name: 'Fills' }).click()
  await expect(account).toContainText('No fills yet')
  const subscribed = script.connections.flatMap(({ received }) => received.map(({ address }) => address))
  expect(subscribed).not.toContain(profiles.second)
})

test('disconnecting clears the account, closes its socket, and nothing was ever signed', async ({
  page,
  open,
  script,
}) => {
  script.answerLookUp = () => found(profiles.first)
  script.answer = ({ topic, address }) =>
    topic === 'positions' && address !== undefined ? [position(address, '14', '12.345')] : [empty(topic)]
  await page.addInitScript({ content: walletScript({ name: 'Test wallet', address: wallets.first, ansName: 'test' }) })
  await open()
  await page.getByRole('button', { name: 'Connect wallet' }).click()
  await page.getByRole('button', { name: /Test wallet/ }).click()
  await expect(page.getByText('12.345')).toBeVisible()
  await expect.poll(() => script.open.length).toBe(2)

  await page.getByRole('button', { name: '0xaaaa…aaaa', exact: true }).click()
  await page.getByRole('button', { name: 'Disconnect' }).click()
  await expect(page.getByText('12.345')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Account' })).toContainText('Nothing to sign')
  await expect.poll(() => script.open.length).toBe(1)
  const calls = await page.evaluate(() => window.demoHands['Test wallet']?.calls)
  expect(calls).toContain('connect')
  expect(calls).not.toContain('sign')
})

test('from watching an address to being connected with it: the account is shown again', async ({
  page,
  open,
  script,
}) => {
  script.answerLookUp = () => found(profiles.first)
  script.answer = ({ topic, address }) =>
    topic === 'positions' && address !== undefined ? [position(address, '14', '12.345')] : [empty(topic)]
  await page.addInitScript({ content: walletScript({ name: 'Test wallet', address: wallets.first, ansName: 'test' }) })
  await open(`?address=${wallets.first}`)
  await expect(page.getByText('12.345')).toBeVisible()
  await page.getByRole('button', { name: 'Connect wallet' }).click()
  await page.getByRole('button', { name: /Test wallet/ }).click()
  await expect(page.getByText('Your wallet')).toBeVisible()
  await expect(page.getByText('12.345')).toBeVisible()
  await page.getByRole('textbox', { name: 'Watch address' }).fill(wallets.first)
  await page.getByRole('textbox', { name: 'Watch address' }).press('Enter')
  await expect(page.getByText('Watching, not your wallet')).toBeVisible()
  await expect(page.getByText('12.345')).toBeVisible()
  await expect.poll(() => script.open.length).toBe(2)
})
