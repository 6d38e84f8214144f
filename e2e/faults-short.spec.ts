/** The short rows of the fault table; `npm run faults` runs all of them, with times. */
import { fileURLToPath } from 'node:url'
import { test as base, chromium, expect } from '@playwright/test'
import { type Lane, openLane, runRow } from './faults/harness'
import { rows } from './faults/rows'

const test = base.extend<object, { readonly lane: Lane }>({
  lane: [
    async ({ launchOptions }, provide) => {
      const { executablePath = chromium.executablePath(), args = [] } = launchOptions
      const lane = await openLane(fileURLToPath(new URL('../dist', import.meta.url)), { executablePath, args })
      await provide(lane)
      await lane.close()
    },
    { scope: 'worker' },
  ],
})

// Each row measures times against a deadline of the design; a busy machine may miss one, a broken build misses it each time.
test.describe.configure({ retries: 2 })

for (const row of rows.filter(({ length }) => length === 'short')) {
  test(`fault ${row.id}, ${row.name}: ${row.expected}`, { tag: '@alone' }, async ({ lane }) => {
    test.setTimeout(60_000)
    const result = await runRow(lane, row)
    expect(result.trouble).toBe('')
  })
}
