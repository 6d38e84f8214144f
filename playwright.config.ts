import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from './scripts/lib/chromium.mjs'

const executablePath = await findChromium()

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  // On a busy machine a page sometimes comes without its stylesheet: once more tells a fault from that, and the report names it.
  retries: 1,
  timeout: 30_000,
  reporter: [['line'], ['json', { outputFile: '.cache/e2e.json' }]],
  use: {
    screenshot: 'only-on-failure',
    // A fixture adds its --host-resolver-rules to these arguments.
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: CHROMIUM_FLAGS },
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
})
