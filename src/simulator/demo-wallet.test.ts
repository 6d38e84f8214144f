// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { DEMO_WALLET_ADDRESS } from './addresses'
import { createDemoWallet, registerWallet, walletScript } from './demo-wallet'

type Wallet = ReturnType<typeof createDemoWallet>['wallet']

const REQUIRED = [
  'aptos:account',
  'aptos:connect',
  'aptos:disconnect',
  'aptos:network',
  'aptos:onAccountChange',
  'aptos:onNetworkChange',
  'aptos:signMessage',
  'aptos:signTransaction',
]

/** What the page's side of the standard does: it listens and asks. */
function collect(): { readonly wallets: Wallet[]; readonly ask: () => void } {
  const wallets: Wallet[] = []
  const registry = { register: (wallet: object) => void wallets.push(wallet as Wallet) }
  window.addEventListener('wallet-standard:register-wallet', (event) => {
    ;(event as CustomEvent<(api: typeof registry) => void>).detail(registry)
  })
  return {
    wallets,
    ask: () => window.dispatchEvent(new CustomEvent('wallet-standard:app-ready', { detail: registry })),
  }
}

describe('registering', () => {
  it('answers a page that asks later, with the demo account', async () => {
    const { wallets, ask } = collect()
    ask()
    expect(wallets.map((wallet) => wallet.name)).toEqual(['Demo wallet'])
    expect(Object.keys(wallets[0]!.features)).toEqual(REQUIRED)
    const account = await wallets[0]!.features['aptos:account'].account()
    expect(String(account?.address)).toBe(DEMO_WALLET_ADDRESS)
  })

  it('reaches a page that listens already', () => {
    const { wallets } = collect()
    registerWallet(createDemoWallet({ name: 'Second', address: '0x2' }).wallet)
    expect(wallets.map((wallet) => wallet.name)).toEqual(['Second'])
  })

  it('works from its own source, as a browser test sends it', () => {
    const { wallets } = collect()
    const script = document.createElement('script')
    script.textContent = `${walletScript({ name: 'Third', address: '0x3' })} document.title = Object.keys(demoHands)`
    document.head.append(script)
    expect(wallets.map((wallet) => wallet.name)).toEqual(['Third'])
    expect(document.title).toBe('Third')
  })
})

describe('asked to connect', () => {
  const connect = (options: Partial<Parameters<typeof createDemoWallet>[0]>) =>
    createDemoWallet({ name: 'Test', address: '0xbeef', ...options }).wallet.features['aptos:connect'].connect()

  it('approves with the address', async () => {
    const answer = await connect({})
    expect(answer.status).toBe('Approved')
    expect('args' in answer && String(answer.args?.address)).toBe('0xbeef')
  })

  it('refuses', async () => {
    expect(await connect({ answer: 'refuse' })).toEqual({ status: 'Rejected' })
  })

  it('fails', async () => {
    await expect(connect({ answer: 'fail' })).rejects.toThrow('locked')
  })

  it('hangs until its owner answers', async () => {
    const { wallet, hand } = createDemoWallet({ name: 'Test', address: '0xbeef', answer: 'hang' })
    const answer = wallet.features['aptos:connect'].connect()
    const later = new Promise((resolve) => setTimeout(() => resolve('still waiting'), 20))
    expect(await Promise.race([answer, later])).toBe('still waiting')
    hand.setAnswer('refuse')
    expect(await answer).toEqual({ status: 'Rejected' })
  })
})

describe('in the hand of its owner', () => {
  it('tells account, lock and network until disconnected', async () => {
    const { wallet, hand } = createDemoWallet({ name: 'Test', address: '0x1' })
    const said: string[] = []
    await wallet.features['aptos:onAccountChange'].onAccountChange((account) => {
      said.push(account === null ? 'locked' : String((account as { address: unknown }).address))
    })
    await wallet.features['aptos:onNetworkChange'].onNetworkChange((network) => said.push(JSON.stringify(network)))
    hand.switchAccount('0x2')
    hand.switchAccount(null)
    hand.switchNetwork(2)
    await wallet.features['aptos:disconnect'].disconnect()
    hand.switchAccount('0x3')
    expect(said).toEqual(['0x2', 'locked', '{"name":"testnet","chainId":2}'])
  })

  it('never signs, and remembers that it was asked', async () => {
    const { wallet, hand } = createDemoWallet({ name: 'Test', address: '0x1' })
    expect(await wallet.features['aptos:signMessage'].signMessage()).toEqual({ status: 'Rejected' })
    expect(await wallet.features['aptos:signTransaction'].signTransaction()).toEqual({ status: 'Rejected' })
    expect(hand.calls).toEqual(['sign', 'sign'])
  })
})
