/** Faults 11 to 14: what a browser does to a page. */
import { allLive, clock, marketLive, marketNotLive, pause, type Row, RowFailure, type RowStage } from '../row'
import type { Sample } from '../sampler'

/** A tab in front of the page, which is hidden by that; gives what brings the page back. */
async function hide(stage: RowStage): Promise<() => Promise<void>> {
  const other = await stage.context.newPage()
  await other.bringToFront()
  const hidden = await stage.page.evaluate(() => document.hidden)
  if (!hidden) throw new RowFailure('not injected: the browser keeps the page visible behind another tab')
  return async () => {
    await stage.page.bringToFront()
    await other.close()
  }
}

const visible = (sample: Sample) => !sample.hidden

/** The first thing a reader sees on return. */
async function firstSightAfter(stage: RowStage, from: number): Promise<Sample> {
  return stage.until('visible again', visible, 5_000, from)
}

function hiddenInHole(id: string, hiddenMs: number, length?: 'short' | 'long'): Row {
  return {
    id,
    name: `hidden for ${hiddenMs / 1000} s, black hole meanwhile`,
    expected: 'not live at the first look on return, when the hole ends; live within 3 s + opening',
    ...(length === undefined ? {} : { length }),
    async run(stage) {
      await stage.openLive()
      const show = await hide(stage)
      stage.proxy.newPath = 'hole'
      stage.proxy.setPath('hole')
      await pause(hiddenMs)
      const from = clock()
      stage.proxy.newPath = 'pass'
      await show()
      const first = await firstSightAfter(stage, from)
      stage.demand(`called live at the first look: ${JSON.stringify(first.states)}`, marketNotLive(first))
      const well = await stage.until('live', allLive, 3_000 + 2_500, from)
      return {
        detectedMs: Math.round(first.t - from),
        recoveredMs: Math.round(well.t - from),
        said: `${stage.exchange.clients.length} sockets in all`,
      }
    },
  }
}

const hiddenInHealth: Row = {
  id: '11-health',
  name: 'hidden for 20 s in health',
  expected: 'live at the first look on return, with the newest serial',
  async run(stage) {
    await stage.openLive('market')
    const show = await hide(stage)
    await pause(20_000)
    const from = clock()
    await show()
    const first = await firstSightAfter(stage, from)
    stage.demand(`at the first look: ${JSON.stringify(first.states)}`, marketLive(first))
    const behind = stage.exchange.serial - (first.bid?.[1] ?? 0)
    stage.demand(`the first look is ${behind} serials behind`, behind < 12)
    return { recoveredMs: Math.round(first.t - from), said: `${behind} serials behind at the first look` }
  },
}

function frozen(frozenMs: number): Row {
  return {
    id: '12',
    name: `hidden and frozen for ${frozenMs / 1000} s`,
    expected: 'stale from the first look on return, live within 3 s',
    length: 'short',
    async run(stage) {
      await stage.openLive()
      const show = await hide(stage)
      const session = await stage.context.newCDPSession(stage.page)
      await session.send('Page.setWebLifecycleState', { state: 'frozen' })
      await pause(frozenMs)
      const from = clock()
      await session.send('Page.setWebLifecycleState', { state: 'active' })
      await show()
      const samples = await lookAfter(stage, from)
      const before = (await stage.samplesSince(from - frozenMs + 1_500)).filter(({ t }) => t < from - 500)
      stage.demand(`not injected: ${before.length} samples while frozen`, before.length === 0)
      const well = await stage.until('live', allLive, 3_500, from)
      return {
        detectedMs: Math.round((samples.firstNotLive?.t ?? from) - from),
        recoveredMs: Math.round(well.t - from),
        said: `${samples.words}; ${stage.exchange.clients.length} sockets in all`,
      }
    },
  }
}

/** Whether the page, back on screen, began with a picture that was not called live. */
async function lookAfter(stage: RowStage, from: number) {
  const first = await stage.until('a look on return', () => true, 5_000, from)
  const firstNotLive = marketNotLive(first) ? first : undefined
  // It may have reconnected before the first look; then what it shows must be new, which the invariants judge.
  stage.demand(
    `called live at the first look without a new socket: ${JSON.stringify(first.states)}`,
    firstNotLive !== undefined || stage.exchange.clients.length > 2,
  )
  return {
    firstNotLive,
    words: firstNotLive === undefined ? 'live by new sockets at the first look' : 'stale at the first look',
  }
}

const backForward: Row = {
  id: '13',
  limitMs: 40_000,
  name: 'back/forward cache, 4 s away',
  expected: 'kept by the cache, stale from the first look on return, live within 3 s',
  length: 'short',
  async run(stage) {
    await stage.openLive()
    await stage.page.evaluate(() => {
      window.addEventListener('pageshow', ({ persisted }) => {
        if (persisted) document.documentElement.dataset.persisted = 'yes'
      })
    })
    await stage.page.goto('about:blank')
    await pause(4_000)
    const open = stage.exchange.open.length
    const from = clock()
    await stage.page.goBack({ waitUntil: 'commit' })
    const persisted = await stage.page.evaluate(() => document.documentElement.dataset.persisted)
    stage.demand('not injected: the browser did not keep the page', persisted === 'yes')
    const samples = await lookAfter(stage, from)
    const well = await stage.until('live', allLive, 3_500, from)
    return {
      detectedMs: Math.round((samples.firstNotLive?.t ?? from) - from),
      recoveredMs: Math.round(well.t - from),
      said: `${samples.words}; ${open} sockets while away`,
    }
  },
}

const offlineOnline: Row = {
  id: '14',
  name: 'offline for 8 s, then online',
  expected:
    'not live within 3 s + a tick of going offline, Connection says Offline; live within 3 s + opening of online',
  length: 'short',
  async run(stage) {
    await stage.openLive()
    const session = await stage.context.newCDPSession(stage.page)
    await session.send('Network.enable')
    const conditions = (offline: boolean) =>
      session.send('Network.emulateNetworkConditions', {
        offline,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput: -1,
      })
    const faultAt = clock()
    const times = await stage.cycle({
      // The browser's switch tells the page and stops new connections; the hole stops those that stand.
      fault: async () => {
        stage.proxy.newPath = 'hole'
        stage.proxy.setPath('hole')
        await conditions(true)
      },
      detected: marketNotLive,
      detectWithinMs: 3_000 + 1_200,
      meanwhile: async () => {
        await stage.until(
          'Connection says Offline',
          ({ connection }) => connection.startsWith('Offline'),
          5_000,
          faultAt,
        )
        await pause(Math.max(0, 8_000 - (clock() - faultAt)))
      },
      heal: async () => {
        stage.proxy.newPath = 'pass'
        await conditions(false)
      },
      recoverWithinMs: 3_000 + 2_500,
    })
    return { ...times, said: 'Offline in the header' }
  },
}

export const pageRows: readonly Row[] = [
  hiddenInHole('11', 25_000),
  hiddenInHole('11-minutes', 390_000, 'long'),
  hiddenInHealth,
  frozen(8_000),
  backForward,
  offlineOnline,
]
