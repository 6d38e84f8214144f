import { documented, empty, frames } from './rig/frames'
import { found, unknownWallet } from './rig/script'
import type { LookUpAnswer } from './rig/server'
import { expect, test } from './rig/test'

const json = (body: unknown, status = 200): LookUpAnswer => ({ status, body: JSON.stringify(body) })

const FAILURES: readonly (readonly [what: string, answer: LookUpAnswer, says: RegExp])[] = [
  [
    'a wanted key',
    json({ success: false, message: 'Invalid API key' }, 401),
    /refused the look-up \(401\).*key.*Invalid API key/,
  ],
  ['a missing route', { status: 404, body: 'Not found' }, /no look-up at this address \(404\)/],
  [
    'a page instead of an answer',
    { status: 200, body: '<!doctype html><p>Maintenance' },
    /not what the exchange documents/,
  ],
  [
    'success: false',
    json({ success: false, message: 'Try later', data: null }),
    /did not accept the look-up.*Try later/,
  ],
  ['null', { status: 200, body: 'null' }, /not what the exchange documents/],
  ['something that is no address', json({ success: true, message: '', data: 'javascript:alert(1)' }), /no address/],
  ['no permission to read it (CORS)', { ...json({ success: true }), cors: false }, /could not be reached.*CORS/],
]

for (const [what, answer, says] of FAILURES) {
  test(`a look-up answered with ${what} says so, and offers the two ways on`, async ({ page, open, script }) => {
    script.answerLookUp = () => answer
    await open(`?network=testnet&address=${documented.wallet}`)
    const account = page.getByRole('region', { name: 'Account' })
    await expect(account.getByRole('alert')).toHaveText(says, { timeout: 10_000 })
    await expect(account).toHaveAttribute('data-state', 'error')
    await expect(account.getByRole('textbox', { name: 'Or enter the profile address' })).toBeVisible()

    script.answerLookUp = () => found(documented.account)
    script.answer = ({ topic }) => (topic === 'positions' ? [frames.positions] : [])
    await account.getByRole('button', { name: 'Try again' }).click()
    await expect(account.getByRole('table', { name: 'Positions' })).toContainText('Short')
  })
}

test('after a failed look-up a profile address can be entered by hand', async ({ page, open, script }) => {
  script.answerLookUp = () => ({ status: 404, body: '' })
  script.answer = ({ topic }) => (topic === 'positions' ? [frames.positions] : [])
  await open(`?network=testnet&address=${documented.wallet}`)
  const account = page.getByRole('region', { name: 'Account' })
  const field = account.getByRole('textbox', { name: 'Or enter the profile address' })
  await field.fill('not an address')
  await account.getByRole('button', { name: 'Watch profile' }).click()
  await expect(account.getByText('That is no Aptos address')).toBeVisible()

  await field.fill(documented.account)
  await account.getByRole('button', { name: 'Watch profile' }).click()
  await expect(account.getByRole('table', { name: 'Positions' })).toContainText('Short')
  await expect(page.getByText('entered as a profile address')).toBeVisible()
})

test('a watched wallet is looked up, and the page says that it is one', async ({ page, open, script }) => {
  script.answerLookUp = () => found(documented.account)
  script.answer = ({ topic }) => (topic === 'open_orders' ? [frames.open_orders] : [empty(topic)])
  await open('?network=testnet')
  await page.getByRole('textbox', { name: 'Watch address' }).fill(documented.wallet)
  await page.getByRole('textbox', { name: 'Watch address' }).press('Enter')
  await expect(page.getByText('Watching, not your wallet')).toBeVisible()
  await expect(page.getByText('a wallet; its profile is')).toContainText('0x4d6d…f770')
  await expect(page.getByRole('region', { name: 'Account' })).toContainText('No open positions')
  await page.getByRole('tab', { name: 'Open orders' }).click()
  await expect(page.getByRole('table', { name: 'Open orders' })).toContainText('Bid')
})

test('an address the exchange knows no profile for is watched as a profile, with its doubt', async ({
  page,
  open,
  script,
}) => {
  script.answerLookUp = () => unknownWallet
  script.answer = ({ topic }) => [empty(topic)]
  await open('?network=testnet')
  await page.getByRole('textbox', { name: 'Watch address' }).fill(documented.account)
  await page.getByRole('button', { name: 'Watch', exact: true }).click()
  await expect(
    page.getByText('the exchange knows no wallet of this address, so it is watched as a profile'),
  ).toBeVisible()
  const account = page.getByRole('region', { name: 'Account' })
  await expect(account).toContainText('No data; it may not be a profile')

  // A row that names the address settles it; the other lists are then confirmed empty.
  script.push('positions', frames.positions)
  await expect(account.getByRole('table', { name: 'Positions' })).toContainText('Short')
  await page.getByRole('tab', { name: 'Fills' }).click()
  await expect(account).toContainText('No fills yet')
})

test('text that is no address is refused with a word and changes nothing', async ({ page, open, script }) => {
  await open('?network=testnet')
  await page.getByRole('textbox', { name: 'Watch address' }).fill('0xnonsense')
  await page.getByRole('button', { name: 'Watch', exact: true }).click()
  await expect(page.getByRole('alert')).toHaveText(/no Aptos address/)
  expect(script.lookedUp).toEqual([])
})
