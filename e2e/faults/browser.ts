/**
 * A Chromium as a reader has it. Playwright starts its own with the back/forward cache and background throttling off and
 * keeps every page visible; so the browser is started here, and Playwright is joined to it without its defaults.
 */
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { type BrowserOptions, startChromium } from '../rig/chromium'

export interface BareBrowser {
  readonly context: BrowserContext
  readonly close: () => Promise<void>
}

/** `rules` are those of --host-resolver-rules. */
export async function openBrowser(options: BrowserOptions, rules: string): Promise<BareBrowser> {
  const running = await startChromium(options, ['--window-size=1440,1000', `--host-resolver-rules=${rules}`])
  let browser: Browser | null = null
  const close = async () => {
    await browser?.close().catch(() => undefined)
    await running.close()
  }
  try {
    browser = await chromium.connectOverCDP(running.endpoint, { noDefaults: true })
  } catch (error) {
    await close()
    throw error
  }
  const context = browser.contexts()[0]
  if (context === undefined) throw new Error('the browser has no context')
  return { context, close }
}
