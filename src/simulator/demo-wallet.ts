/**
 * A wallet of the wallet standard for the simulated build: it has an address and a network, and never signs. The
 * build mode `simulated` alone puts this file into the page. Both functions stand alone, without a word from outside
 * themselves, so that a test can send their source into a page (walletScript).
 */
import { DEMO_WALLET_ADDRESS } from './addresses'

export interface DemoWalletOptions {
  readonly name: string
  readonly address: string
  readonly chainId?: number
  /** What it does when asked to connect. */
  readonly answer?: 'approve' | 'refuse' | 'fail' | 'hang'
  /** With a name the adapter looks none up on the chain. */
  readonly ansName?: string
}

/** What a person does inside the wallet; null is one who locks it. */
export interface DemoWalletHand {
  readonly switchAccount: (address: string | null) => void
  readonly switchNetwork: (chainId: number) => void
  /** Also ends a wait that `hang` began. */
  readonly setAnswer: (answer: NonNullable<DemoWalletOptions['answer']>) => void
  /** Names of the features the page has used, in order. */
  readonly calls: readonly string[]
}

export function createDemoWallet(options: DemoWalletOptions) {
  const calls: string[] = []
  const waiting: (() => void)[] = []
  let answer = options.answer ?? 'approve'
  let address: string | null = options.address
  let chainId = options.chainId ?? 1
  let tellAccount: (account: unknown) => void = () => undefined
  let tellNetwork: (network: unknown) => void = () => undefined

  // The adapter writes ansName onto it, so every answer is a fresh object.
  const account = () => {
    if (address === null) return null
    const text = address
    return { address: { toString: () => text }, publicKey: { toString: () => '0x' }, ansName: options.ansName }
  }
  const network = () => ({ name: chainId === 1 ? 'mainnet' : chainId === 2 ? 'testnet' : 'custom', chainId })
  const refusal = { status: 'Rejected' }

  const connect = async () => {
    calls.push('connect')
    if (answer === 'hang') await new Promise<void>((resolve) => waiting.push(resolve))
    if (answer === 'fail') throw new Error('The demo wallet is locked')
    return answer === 'refuse' ? refusal : { status: 'Approved', args: account() }
  }
  const disconnect = async () => {
    calls.push('disconnect')
    tellAccount = () => undefined
    tellNetwork = () => undefined
  }
  const sign = async () => {
    calls.push('sign')
    return refusal
  }

  const wallet = {
    version: '1.0.0',
    name: options.name,
    url: 'https://aptos.dev',
    icon: 'data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyNCAyNCI+PHJlY3Qgd2lkdGg9IjI0IiBoZWlnaHQ9IjI0IiByeD0iNSIgZmlsbD0iIzEyNTliZCIvPjxwYXRoIGQ9Ik01IDloMTR2OUg1eiIgZmlsbD0iI2ZmZiIvPjwvc3ZnPg==',
    chains: ['aptos:mainnet', 'aptos:testnet'],
    accounts: [],
    features: {
      'aptos:account': { version: '1.0.0', account: async () => account() },
      'aptos:connect': { version: '1.0.0', connect },
      'aptos:disconnect': { version: '1.0.0', disconnect },
      'aptos:network': { version: '1.0.0', network: async () => network() },
      'aptos:onAccountChange': {
        version: '1.0.0',
        onAccountChange: async (listener: (account: unknown) => void) => {
          tellAccount = listener
        },
      },
      'aptos:onNetworkChange': {
        version: '1.0.0',
        onNetworkChange: async (listener: (network: unknown) => void) => {
          tellNetwork = listener
        },
      },
      'aptos:signMessage': { version: '1.0.0', signMessage: sign },
      'aptos:signTransaction': { version: '1.0.0', signTransaction: sign },
    },
  }
  const hand: DemoWalletHand = {
    switchAccount: (next) => {
      address = next
      tellAccount(account())
    },
    switchNetwork: (next) => {
      chainId = next
      tellNetwork(network())
    },
    setAnswer: (next) => {
      answer = next
      for (const resolve of waiting.splice(0)) resolve()
    },
    calls,
  }
  return { wallet, hand }
}

interface Registry {
  readonly register: (wallet: object) => void
}

declare global {
  interface WindowEventMap {
    'wallet-standard:app-ready': CustomEvent<Registry>
  }
}

/** Works whether the page asks before or after this runs. */
export function registerWallet(wallet: object): void {
  const register = (registry: Registry) => registry.register(wallet)
  window.dispatchEvent(new CustomEvent('wallet-standard:register-wallet', { detail: register }))
  window.addEventListener('wallet-standard:app-ready', (event) => register(event.detail))
}

/** For a browser test's init script: registers the wallet and leaves its hand in `window.demoHands[name]`. */
export function walletScript(options: DemoWalletOptions): string {
  return `{
    const { wallet, hand } = (${createDemoWallet.toString()})(${JSON.stringify(options)});
    (window.demoHands ??= {})[wallet.name] = hand;
    (${registerWallet.toString()})(wallet);
  }`
}

if (typeof window !== 'undefined') {
  registerWallet(createDemoWallet({ name: 'Demo wallet', address: DEMO_WALLET_ADDRESS, ansName: 'demo' }).wallet)
}
