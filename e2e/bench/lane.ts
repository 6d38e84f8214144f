/** One browser, one server behind the real host names, and pages in it one after the other, talked to by the bare protocol. */
import { type BrowserOptions, type RunningChromium, startChromium } from '../rig/chromium'
import { EXCHANGE_HOSTS, type Rig, SITE_HOST, startRig } from '../rig/server'
import { type Cdp, connectCdp } from './cdp'
import { type BenchExchange, createBenchExchange } from './exchange'

type Fields = Readonly<Record<string, unknown>>

export interface Size {
  readonly width: number
  readonly height: number
}

export interface BenchPage {
  readonly send: (method: string, params?: Fields) => Promise<Fields>
  readonly on: (listener: (method: string, params: Fields) => void) => () => void
  /** The value of an expression in the page; throws what it throws. */
  readonly evaluate: <T>(expression: string) => Promise<T>
  /** Until the expression is true; throws after `limitMs`. */
  readonly until: (expression: string, limitMs?: number) => Promise<void>
  readonly close: () => Promise<void>
}

export interface OpenOptions {
  readonly size: Size
  /** Runs in the page before anything of its own. */
  readonly before?: string
  /** Commands to the browser before the address is opened. */
  readonly commands?: readonly (readonly [method: string, params: Fields])[]
  /** In a browser context of its own, in which nothing is cached. */
  readonly isFresh?: boolean
}

export interface Lane {
  readonly exchange: BenchExchange
  readonly pid: number
  readonly open: (url: string, options: OpenOptions) => Promise<BenchPage>
  readonly close: () => Promise<void>
}

/** `sites`: folders by host name. */
export async function openLane(
  browser: BrowserOptions,
  site: string,
  sites: Readonly<Record<string, string>> = {},
): Promise<Lane> {
  return openLaneOn(await startRig(site, sites), browser, Object.keys(sites))
}

/** Ends the rig with the lane. `hosts` are those of further sites, `more` further arguments of the browser. */
export async function openLaneOn(
  rig: Rig,
  browser: BrowserOptions,
  hosts: readonly string[] = [],
  more: readonly string[] = [],
): Promise<Lane> {
  const exchange = createBenchExchange()
  rig.setStage(exchange)
  const names = [SITE_HOST, ...hosts, ...EXCHANGE_HOSTS]
  const rules = [...names.map((host) => `MAP ${host} 127.0.0.1:${rig.port}`), 'MAP * ~NOTFOUND'].join(', ')
  let running: RunningChromium | null = null
  let cdp: Cdp | null = null
  const close = async () => {
    exchange.stream(0, 0)
    cdp?.close()
    await running?.close()
    await rig.close()
  }
  try {
    running = await startChromium(browser, ['--window-size=1440,900', `--host-resolver-rules=${rules}`, ...more])
    cdp = await connectCdp(running.endpoint)
  } catch (error) {
    await close()
    throw error
  }
  const { pid } = running
  const driver = cdp
  return { exchange, pid, open: (url, options) => openPage(driver, url, options), close }
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

async function openPage(cdp: Cdp, url: string, options: OpenOptions): Promise<BenchPage> {
  const { size, before, commands = [], isFresh = false } = options
  const context = isFresh ? await cdp.send('Target.createBrowserContext') : {}
  const { targetId } = await cdp.send('Target.createTarget', { url: 'about:blank', ...context })
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true })
  const session = String(sessionId)
  const send: BenchPage['send'] = (method, params) => cdp.send(method, params, session)
  await send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false })
  if (before !== undefined) {
    await send('Page.enable')
    await send('Page.addScriptToEvaluateOnNewDocument', { source: before })
  }
  for (const [method, params] of commands) await send(method, params)
  await send('Page.navigate', { url })

  async function evaluate<T>(expression: string): Promise<T> {
    const answer = await send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true })
    const { result, exceptionDetails } = answer as {
      readonly result: { readonly value: T }
      readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } }
    }
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  return {
    send,
    on: (listener) => cdp.on(session, listener),
    evaluate,
    async until(expression, limitMs = 20_000) {
      const from = performance.now()
      while (!(await evaluate<boolean>(`Boolean(${expression})`).catch(() => false))) {
        if (performance.now() - from > limitMs) throw new Error(`${url}: not within ${limitMs} ms: ${expression}`)
        await pause(50)
      }
    },
    async close() {
      await (isFresh ? cdp.send('Target.disposeBrowserContext', context) : cdp.send('Target.closeTarget', { targetId }))
    },
  }
}
