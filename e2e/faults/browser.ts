/**
 * A Chromium as a reader has it. Playwright starts its own with the back/forward cache and background throttling off and
 * keeps every page visible; so the browser is started here, and Playwright is joined to it without its defaults.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'

export interface BareBrowser {
  readonly context: BrowserContext
  readonly close: () => Promise<void>
}

export interface BrowserOptions {
  readonly executablePath: string
  readonly args: readonly string[]
}

/** `rules` are those of --host-resolver-rules. A new profile each time, so nothing is left of the run before. */
export async function openBrowser({ executablePath, args }: BrowserOptions, rules: string): Promise<BareBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'perpscope-faults-'))
  const child = spawn(
    executablePath,
    [
      '--headless',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...args,
      '--ignore-certificate-errors',
      '--window-size=1440,1000',
      `--host-resolver-rules=${rules}`,
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let browser: Browser | null = null
  // A browser outlives the process that started it: whoever stops the suite must not find it running for days.
  const abandon = () => {
    child.kill('SIGKILL')
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
  process.once('exit', abandon)
  const close = async () => {
    process.off('exit', abandon)
    await browser?.close().catch(() => undefined)
    child.kill('SIGKILL')
    await gone
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    browser = await chromium.connectOverCDP(await endpointOf(child), { noDefaults: true })
  } catch (error) {
    await close()
    throw error
  }
  const context = browser.contexts()[0]
  if (context === undefined) throw new Error('the browser has no context')
  return { context, close }
}

function endpointOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      if (said.length > 20_000) return
      said += String(chunk)
      const endpoint = /DevTools listening on (\S+)/.exec(said)?.[1]
      if (endpoint !== undefined) resolve(endpoint)
    })
    child.once('exit', (code) => reject(new Error(`Chromium ended with ${code}: ${said}`)))
    child.once('error', reject)
  })
}
