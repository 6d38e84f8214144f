/** Runs rows: a lane is one rig with its two proxies; each row gets a browser of its own in it. */
import { EXCHANGE_NETWORKS } from '../../src/config'
import { recordDrawn } from '../rig/drawn'
import { EXCHANGE_HOSTS, type Rig, SITE_HOST, startRig } from '../rig/server'
import type { BrowserOptions } from '../rig/chromium'
import { openBrowser } from './browser'
import { judge, type Violation } from './checks'
import { CodedExchange } from './exchange'
import { Proxy } from './proxy'
import { type Measured, type Row, RowFailure, RowStage } from './row'
import { watchPage } from './sampler'

export interface Lane {
  readonly rig: Rig
  readonly proxy: Proxy
  readonly rest: Proxy
  readonly browser: BrowserOptions
  readonly close: () => Promise<void>
}

export interface RowResult extends Measured {
  readonly row: Row
  readonly passed: boolean
  /** Why not. */
  readonly trouble: string
  readonly samples: number
  readonly worstLagMs: number
}

const SAMPLE_MS = 100
const ROW_LIMIT_MS = 150_000
/** A page under heavy load answers late; one that never answers must not hold up the table. */
const COLLECT_WITHIN_MS = 30_000

export async function openLane(folder: string, browser: BrowserOptions): Promise<Lane> {
  const rig = await startRig(folder)
  const proxy = await Proxy.start(rig.port)
  const rest = await Proxy.start(rig.port)
  return {
    rig,
    proxy,
    rest,
    browser,
    async close() {
      proxy.close()
      rest.close()
      await rig.close()
    },
  }
}

function resolverRules({ rig, proxy, rest }: Lane): string {
  const hosts = EXCHANGE_NETWORKS.flatMap(({ restUrl, wsUrl }) => [
    `MAP ${new URL(wsUrl).hostname} 127.0.0.1:${proxy.port}`,
    `MAP ${new URL(restUrl).hostname} 127.0.0.1:${rest.port}`,
  ])
  return [`MAP ${SITE_HOST} 127.0.0.1:${rig.port}`, ...hosts, 'MAP * ~NOTFOUND'].join(', ')
}

export async function runRow(lane: Lane, row: Row): Promise<RowResult> {
  await lane.proxy.reset()
  await lane.rest.reset()
  const exchange = new CodedExchange()
  lane.rig.setStage(exchange)
  const { context, close } = await openBrowser(lane.browser, resolverRules(lane))
  try {
    const strangers: string[] = []
    const note = (url: string) => {
      const { hostname, protocol } = new URL(url)
      const known = protocol === 'data:' || protocol === 'about:' || [SITE_HOST, ...EXCHANGE_HOSTS].includes(hostname)
      if (!known) strangers.push(url)
    }
    context.on('request', (request) => note(request.url()))
    await context.addInitScript(recordDrawn)
    await context.addInitScript(watchPage, SAMPLE_MS)
    const page = context.pages()[0] ?? (await context.newPage())
    page.on('websocket', (socket) => note(socket.url()))
    const stage = new RowStage({ context, page, exchange, proxy: lane.proxy, rest: lane.rest })
    return await attempt(row, stage, strangers)
  } finally {
    exchange.stop()
    await close()
  }
}

async function attempt(row: Row, stage: RowStage, strangers: readonly string[]): Promise<RowResult> {
  let measured: Measured = { said: '' }
  let trouble = ''
  try {
    measured = await inTime(row.limitMs ?? ROW_LIMIT_MS, row.run(stage))
  } catch (error) {
    trouble = error instanceof RowFailure ? error.message : `the row itself broke: ${String(error).slice(0, 400)}`
  }
  await inTime(COLLECT_WITHIN_MS, stage.keepLog()).catch(() => undefined)
  const verdicts = stage.logs.map((log) => judge(log, { strangers, setsAside: row.setsAside === true }))
  const violations = verdicts.flatMap((verdict) => verdict.violations)
  const samples = verdicts.reduce((sum, verdict) => sum + verdict.samples, 0)
  if (samples === 0) trouble ||= 'the page was never looked at'
  const reasons = [trouble, ...summary(violations)].filter((text) => text !== '')
  return {
    ...measured,
    row,
    samples,
    worstLagMs: Math.max(0, ...verdicts.map((verdict) => verdict.worstLagMs)),
    passed: reasons.length === 0,
    trouble: reasons.join('; '),
  }
}

async function inTime<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new RowFailure(`not done within ${ms / 1000} s`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** One line a broken rule: how often, and its first case. */
function summary(violations: readonly Violation[]): string[] {
  const byRule = new Map<string, Violation[]>()
  for (const violation of violations) {
    byRule.set(violation.rule, [...(byRule.get(violation.rule) ?? []), violation])
  }
  return [...byRule].map(([rule, cases]) => `${rule} ×${cases.length}: ${cases[0]?.what ?? ''}`)
}
