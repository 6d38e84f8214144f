import { walletScript } from '../src/simulator/demo-wallet'
import { documented, empty } from './rig/frames'
import { found } from './rig/script'
import { expect, test } from './rig/test'

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
  await expect(page.getByRole('combobox', { name: 'Network' }).getByRole('option')).toHaveText(['Mainnet', 'Testnet'])
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

  await page.reload()
  await expect(page.getByText('From the link: watching, not your wallet')).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Fills' })).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('button', { name: /Back to my wallet|Stop watching/ }).click()
  await expect.poll(() => page.url()).not.toContain('0x')
})
