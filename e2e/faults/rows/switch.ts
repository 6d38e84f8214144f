/** Faults 24 to 26: the reader goes faster than the exchange. */
import { walletScript } from '../../../src/simulator/demo-wallet'
import { found } from '../../rig/script'
import type { LookUpAnswer } from '../../rig/server'
import { profileOf } from '../exchange'
import { allLive, clock, marketLive, pause, type Row, type RowStage, WALLET } from '../row'

const MARKETS = ['14', '15', '16', '31'] as const
const SECOND_WALLET = `0x${'b2'.repeat(32)}`
const MAX_ANSWER_MS = 1_500
const OPENING_MS = 2_500

export async function choose(stage: RowStage, label: 'Market' | 'Network', value: string): Promise<void> {
  await stage.page.getByRole('combobox', { name: label }).selectOption(value)
}

const marketSwitches: Row = {
  id: '24',
  name: '20 market switches in 10 s, answers delayed at random',
  expected: 'no figure of another market in any sample; live within the delay + opening of the last switch',
  length: 'short',
  async run(stage) {
    stage.exchange.answerDelayMs = () => Math.random() * MAX_ANSWER_MS
    await stage.openLive()
    const from = clock()
    let lastAt = from
    let market = '14'
    for (let turn = 0; turn < 20; turn += 1) {
      const others = MARKETS.filter((id) => id !== market)
      market = others[Math.floor(Math.random() * others.length)] ?? '14'
      await choose(stage, 'Market', market)
      lastAt = clock()
      await pause(Math.max(0, from + (turn + 1) * 500 - clock()))
    }
    const well = await stage.until('live', allLive, MAX_ANSWER_MS + OPENING_MS, lastAt)
    stage.demand(`market ${well.market} is on show instead of ${market}`, well.market === market)
    const open = stage.exchange.serving('market').length
    stage.demand(`${open} market sockets are open`, open === 1)
    return { recoveredMs: Math.round(well.t - lastAt), said: `${stage.exchange.clients.length} sockets in all` }
  },
}

const networkSwitches: Row = {
  id: '26',
  name: '8 network switches in 6 s, answers delayed at random',
  expected: 'no figure of the other network, market or account; live within the delay + opening',
  length: 'short',
  async run(stage) {
    stage.exchange.answerDelayMs = () => Math.random() * MAX_ANSWER_MS
    stage.exchange.answerLookUp = async (wallet) => {
      await pause(Math.random() * MAX_ANSWER_MS)
      return found(profileOf(wallet))
    }
    await stage.openLive()
    let lastAt = clock()
    for (let turn = 0; turn < 8; turn += 1) {
      await choose(stage, 'Network', turn % 2 === 0 ? 'testnet' : 'mainnet')
      lastAt = clock()
      await pause(400 + Math.random() * 700)
    }
    const well = await stage.until('live', allLive, 2 * MAX_ANSWER_MS + OPENING_MS, lastAt)
    stage.demand(`${well.network} is on show`, well.network === 'mainnet')
    const hosts = new Set(stage.exchange.open.map(({ networkId }) => networkId))
    stage.demand(`sockets are open to ${[...hosts].join(' and ')}`, hosts.size === 1 && hosts.has('mainnet'))
    return { recoveredMs: Math.round(well.t - lastAt), said: `${stage.exchange.clients.length} sockets in all` }
  },
}

export async function connectWallet(stage: RowStage, name: string): Promise<void> {
  const dialog = stage.page.getByRole('dialog', { name: 'Connect wallet' })
  if (!(await dialog.isVisible())) await stage.page.getByRole('button', { name: 'Connect wallet' }).click()
  await dialog.getByRole('button', { name: new RegExp(name) }).click()
}

/** What a person does inside the wallet. */
export async function switchAccount(stage: RowStage, name: string, address: string | null): Promise<void> {
  await stage.page.evaluate(([wallet, next]) => window.demoHands[wallet]?.switchAccount(next), [name, address] as const)
}

const walletSwitches: Row = {
  id: '25',
  name: 'wallet switches during slow look-ups',
  expected: 'the old account gone at once, none of its figures under the new one, no late look-up subscribed',
  length: 'short',
  async run(stage) {
    let slow = true
    const late: (() => void)[] = []
    stage.exchange.answerLookUp = (wallet) => {
      if (wallet !== SECOND_WALLET || !slow) return found(profileOf(wallet))
      return new Promise<LookUpAnswer>((resolve) => late.push(() => resolve(found(profileOf(wallet)))))
    }
    await stage.context.addInitScript({
      content: walletScript({ name: 'Test wallet', address: WALLET, ansName: 'test' }),
    })
    await stage.open('')
    await stage.until('market live', marketLive, 8_000)
    await connectWallet(stage, 'Test wallet')
    await stage.until('live with the wallet', allLive, 8_000)

    const switchedAt = clock()
    await switchAccount(stage, 'Test wallet', SECOND_WALLET)
    const left = await stage.until(
      'the old account gone',
      ({ states }) => states['Tab Positions'] === 'waiting',
      1_000,
      switchedAt,
    )
    await stage.during(1_500, 'waiting during the look-up', ({ states }) => states['Tab Positions'] === 'waiting')
    await switchAccount(stage, 'Test wallet', WALLET)
    await stage.until('the first account again', allLive, 5_000)
    for (const answer of late) answer()
    await stage.during(1_000, 'the late look-up changes nothing', allLive)
    const subscribed = stage.exchange.clients.some(
      ({ topics }) => topics.get('positions')?.address === profileOf(SECOND_WALLET),
    )
    stage.demand('the late look-up was subscribed', !subscribed)

    slow = false
    const names = [SECOND_WALLET, WALLET, SECOND_WALLET, WALLET, SECOND_WALLET]
    for (const address of names) {
      await switchAccount(stage, 'Test wallet', address)
      await pause(200 + Math.random() * 300)
    }
    const lastAt = clock()
    const live = await stage.until('the second account live', allLive, OPENING_MS, lastAt)
    stage.demand('the second wallet is not the one on show', live.addresses.includes(profileOf(SECOND_WALLET)))
    return {
      detectedMs: Math.round(left.t - switchedAt),
      recoveredMs: Math.round(live.t - lastAt),
      said: `${stage.exchange.lookedUp.length} look-ups, ${stage.exchange.clients.length} sockets`,
    }
  },
}

export const switchRows: readonly Row[] = [marketSwitches, walletSwitches, networkSwitches]
