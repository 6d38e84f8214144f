/** The two commands that serve the simulated exchange, as a newcomer meets them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { shortAddress } from '../src/domain/address'
import { DEMO_PROFILE_ADDRESS, DEMO_WALLET_ADDRESS } from '../src/simulator/addresses'

let server: ChildProcess | null = null

test.use({ viewport: { width: 1440, height: 900 } })

test.afterEach(async () => {
  const running = server
  server = null
  if (running === null || running.exitCode !== null) return
  const gone = new Promise((resolve) => running.once('exit', resolve))
  running.kill('SIGTERM')
  await gone
})

/** Runs a script and returns the address that it prints. */
function serve(script: string, port: number): Promise<string> {
  const path = fileURLToPath(new URL(`../scripts/${script}.mjs`, import.meta.url))
  const child = spawn(process.execPath, [path, '--port', String(port), '--no-open'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  server = child
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += String(chunk)
      const address = /http:\/\/localhost:\d+\/\?\S+/.exec(said)?.[0]
      if (address !== undefined) resolve(address)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}: ${said}`)))
  })
}

for (const [script, port] of [
  ['start', 5391],
  ['preview', 5392],
] as const) {
  test(`npm run ${script} opens on the demo account, with all topics moving and a wallet to try`, async ({ page }) => {
    test.setTimeout(90_000)
    await page.goto(await serve(script, port))
    await expect(page.getByRole('combobox', { name: 'Network' })).toHaveValue('simulated', { timeout: 30_000 })
    for (const name of ['Order book', 'Price chart', 'Depth chart', 'Trades', 'Funding', 'Account']) {
      await expect(page.getByRole('region', { name })).toHaveAttribute('data-state', 'live', { timeout: 15_000 })
    }
    await expect(page.getByText('From the link: watching, not your wallet')).toBeVisible()
    await expect(page.getByRole('table', { name: 'Positions' }).getByRole('row').nth(1)).toBeVisible()
    const ladder = page.getByRole('table', { name: 'Bids' })
    const before = await ladder.textContent()
    await expect.poll(() => ladder.textContent()).not.toBe(before)

    await page.getByRole('button', { name: 'Connect wallet' }).click()
    await page
      .getByRole('dialog', { name: 'Connect wallet' })
      .getByRole('button', { name: /Demo wallet/ })
      .click()
    await expect(page.getByRole('button', { name: shortAddress(DEMO_WALLET_ADDRESS), exact: true })).toBeVisible()
    await expect(page.getByText('Your wallet')).toBeVisible()
    await expect(page.getByText(shortAddress(DEMO_PROFILE_ADDRESS))).toBeVisible()
    for (const name of ['Fills', 'Order history', 'Open orders', 'Positions']) {
      await page.getByRole('tab', { name }).click()
      await expect(page.getByRole('tab', { name })).toHaveAttribute('data-state', 'live')
    }
  })
}
