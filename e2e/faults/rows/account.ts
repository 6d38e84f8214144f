/** Faults 27 to 29: the look-up, the wallet, the browser's storage. */
import { walletScript } from '../../../src/simulator/demo-wallet'
import type { LookUpAnswer } from '../../rig/server'
import { found } from '../../rig/script'
import { profileOf } from '../exchange'
import { allLive, clock, marketLive, pause, type Row, RowFailure, type RowStage, WALLET } from '../row'
import { connectWallet, switchAccount } from './switch'

const json = (body: unknown, status = 200): LookUpAnswer => ({ status, body: JSON.stringify(body) })

const LOOK_UPS: readonly (readonly [what: string, answer: LookUpAnswer, says: RegExp])[] = [
  ['404', { status: 404, body: 'Not found' }, /404/],
  ['500', { status: 500, body: '<h1>Internal Server Error</h1>' }, /500/],
  ['429', { status: 429, body: '' }, /429/],
  ['HTML', { status: 200, body: '<!doctype html><p>Maintenance' }, /not what the exchange documents/],
  ['success: false', json({ success: false, message: 'Try later', data: null }), /did not accept/],
  ['null', { status: 200, body: 'null' }, /not what the exchange documents/],
  ['no address', json({ success: true, message: '', data: 'javascript:alert(1)' }), /no address/],
  ['no CORS', { ...json({ success: true }), cors: false }, /CORS/],
]

/** The reader is told why, the market goes on, and asking again helps. */
async function tryAgainAfter(stage: RowStage, what: string, says: RegExp, withinMs: number) {
  const from = clock()
  await stage.open()
  const alert = stage.page.getByRole('region', { name: 'Account' }).getByRole('alert')
  await alert.waitFor({ timeout: withinMs }).catch(() => {
    throw new RowFailure(`${what}: no word within ${withinMs / 1000} s`)
  })
  const toldMs = clock() - from
  const text = await alert.innerText()
  stage.demand(`${what}: it says "${text}"`, says.test(text))
  const told = await stage.until('market live', marketLive, 5_000)
  stage.demand(`${what}: the account is ${told.states['Account']}`, told.states['Account'] === 'error')
  stage.demand(`${what}: it claims to know: ${told.account}`, !/No (open|orders|fills)/.test(told.account))
  stage.exchange.answerLookUp = (wallet) => found(profileOf(wallet))
  const healedAt = clock()
  await stage.page.getByRole('button', { name: 'Try again' }).click()
  const well = await stage.until('live', allLive, 4_000, healedAt)
  return { detectedMs: Math.round(toldMs), recoveredMs: Math.round(well.t - healedAt) }
}

const wrongLookUps: Row = {
  id: '27',
  name: 'look-up answers 404, 500, 429, HTML, success: false, null, no address, no CORS',
  expected: 'its reason in words, account in error, market live, "Try again" helps',
  length: 'short',
  async run(stage) {
    const detected: number[] = []
    const recovered: number[] = []
    for (const [what, answer, says] of LOOK_UPS) {
      stage.exchange.answerLookUp = () => answer
      const times = await tryAgainAfter(stage, what, says, 8_000)
      detected.push(times.detectedMs)
      recovered.push(times.recoveredMs)
      await stage.keepLog()
    }
    return {
      detectedMs: Math.max(...detected),
      recoveredMs: Math.max(...recovered),
      said: `worst of ${LOOK_UPS.length}; from the opening of the page, two retries included`,
    }
  },
}

const silentLookUp: Row = {
  id: '27-timeout',
  name: 'look-up accepted, never answered',
  expected: 'told after 3 tries of 10 s; market live; "Try again" helps',
  async run(stage) {
    stage.rest.behind = 'nobody'
    stage.exchange.answerLookUp = (wallet) => found(profileOf(wallet))
    const alert = stage.page.getByRole('region', { name: 'Account' }).getByRole('alert')
    const from = clock()
    await stage.open()
    await alert.waitFor({ timeout: 38_000 })
    const toldMs = clock() - from
    stage.demand('the market is not live', marketLive(await stage.look()))
    stage.rest.behind = 'rig'
    const healedAt = clock()
    await stage.page.getByRole('button', { name: 'Try again' }).click()
    const well = await stage.until('live', allLive, 5_000, healedAt)
    return { detectedMs: Math.round(toldMs), recoveredMs: Math.round(well.t - healedAt), said: 'three tries of 10 s' }
  },
}

const MALFORMED = `{
  const register = (registry) => registry.register({ name: 'Broken', version: '1.0.0', features: null, accounts: 7 })
  window.dispatchEvent(new CustomEvent('wallet-standard:register-wallet', { detail: register }))
  window.addEventListener('wallet-standard:app-ready', ({ detail }) => register(detail))
}`

const wallets: Row = {
  id: '28',
  name: 'wallet missing, locked, refuses, hangs, switches, locks, disconnects',
  expected: 'each told in words, market live throughout, nothing ever signed',
  length: 'short',
  async run(stage) {
    const { page } = stage
    const dialog = page.getByRole('dialog', { name: 'Connect wallet' })
    await stage.open('')
    await stage.until('market live', marketLive, 8_000)
    await page.getByRole('button', { name: 'Connect wallet' }).click()
    await dialog.getByText('No Aptos wallet was found').waitFor({ timeout: 5_000 })
    await stage.keepLog()

    const others = [
      ['Locked', 'fail'],
      ['Refuser', 'refuse'],
      ['Hanging', 'hang'],
      ['Good', 'approve'],
    ] as const
    for (const [name, answer] of others) {
      await stage.context.addInitScript({ content: walletScript({ name, answer, address: WALLET, ansName: 'test' }) })
    }
    await stage.open('')
    await stage.until('market live', marketLive, 8_000)
    const from = clock()
    await connectWallet(stage, 'Locked')
    await dialog
      .getByRole('alert')
      .filter({ hasText: /locked/i })
      .waitFor({ timeout: 5_000 })
    await connectWallet(stage, 'Refuser')
    await dialog
      .getByRole('alert')
      .filter({ hasText: /reject|refus|declin/i })
      .waitFor({ timeout: 5_000 })
    await connectWallet(stage, 'Hanging')
    await dialog.getByText('Waiting for Hanging').waitFor({ timeout: 5_000 })
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await connectWallet(stage, 'Good')
    await stage.until('live with the wallet', allLive, 8_000)
    await switchAccount(stage, 'Good', `0x${'c3'.repeat(32)}`)
    const third = profileOf(`0x${'c3'.repeat(32)}`)
    await stage.until('the third account live', (sample) => allLive(sample) && sample.addresses.includes(third), 6_000)
    await switchAccount(stage, 'Good', null)
    await stage.until('no account', ({ account }) => /Nothing to sign/.test(account), 4_000)
    await connectAgain(stage)
    await page
      .getByRole('button', { name: /0xa1a1…a1a1/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Disconnect' }).click()
    await stage.until('no account', ({ account }) => /Nothing to sign/.test(account), 4_000)
    const seen = await stage.samplesSince(from)
    const bad = seen.filter((sample) => !marketLive(sample)).length
    stage.demand(`the market was not live in ${bad} samples`, bad === 0)
    const calls = await page.evaluate(() => Object.values(window.demoHands).flatMap((hand) => [...hand.calls]))
    stage.demand('a signature was asked for', !calls.includes('sign'))
    return { said: `${calls.length} calls of wallets, none a signature` }
  },
}

const malformedWallet: Row = {
  id: '28-malformed',
  name: 'a wallet without features beside a good one',
  expected: 'told in words or left out; the page and the market live throughout',
  async run(stage) {
    await stage.context.addInitScript({ content: MALFORMED })
    await stage.context.addInitScript({ content: walletScript({ name: 'Good', address: WALLET, ansName: 'test' }) })
    await stage.open('')
    await stage.until('market live', marketLive, 8_000)
    const from = clock()
    await stage.page.getByRole('button', { name: 'Connect wallet' }).click()
    const dialog = stage.page.getByRole('dialog', { name: 'Connect wallet' })
    const good = dialog.getByRole('button', { name: /Good/ })
    const alert = dialog.getByRole('alert')
    await good.or(alert).first().waitFor({ timeout: 5_000 })
    const offered = await good.isVisible()
    const said = offered ? 'the good wallet is offered' : `instead: ${await alert.innerText()}`
    await pause(1_000)
    const bad = (await stage.samplesSince(from)).filter((sample) => !marketLive(sample)).length
    stage.demand(`the market was not live in ${bad} samples`, bad === 0)
    return { said: said.replaceAll('\n', ' ').slice(0, 120) }
  },
}

async function connectAgain(stage: RowStage): Promise<void> {
  await switchAccount(stage, 'Good', WALLET)
  const button = stage.page.getByRole('button', { name: 'Connect wallet' })
  await pause(300)
  if (await button.isVisible()) await connectWallet(stage, 'Good')
  await stage.until('live with the wallet again', allLive, 8_000)
}

const STORAGES: readonly (readonly [what: string, script: string])[] = [
  ['reading throws', `Storage.prototype.getItem = () => { throw new DOMException('denied', 'SecurityError') }`],
  ['writing throws', `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }`],
  [
    'access throws',
    `for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } })`,
  ],
  [
    'no storage',
    `for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, { value: undefined })`,
  ],
  [
    'garbage',
    `{
    const junk = ['{', 'null', '[]', '{"v":-1}', '{"__proto__":{"polluted":1}}', '<img src=x>', 'x'.repeat(1e5)]
    const get = Storage.prototype.getItem
    let turn = 0
    Storage.prototype.getItem = function (key) { get.call(this, key); return junk[turn++ % junk.length] }
  }`,
  ],
]

const storages: Row = {
  id: '29',
  name: 'localStorage denied, full, absent, garbage',
  expected: 'all topics live as ever, no uncaught error',
  length: 'short',
  async run(stage) {
    const times: number[] = []
    for (const [what, script] of STORAGES) {
      await stage.context.addInitScript({ content: guarded(what, script) })
      const from = clock()
      await stage.open(`?address=${WALLET}#${what.replaceAll(' ', '-')}`)
      await stage.page.reload({ waitUntil: 'commit' })
      const well = await stage.until(`${what}: live`, allLive, 8_000, from)
      times.push(Math.round(well.t - from))
      await stage.keepLog()
    }
    return { recoveredMs: Math.max(...times), said: `worst of ${STORAGES.length}, from the opening of the page` }
  },
}

/** Init scripts stay with the context, so each acts only on the page whose address names it. */
const guarded = (what: string, script: string) => `if (location.hash === '#${what.replaceAll(' ', '-')}') { ${script} }`

export const accountRows: readonly Row[] = [wrongLookUps, silentLookUp, wallets, malformedWallet, storages]
