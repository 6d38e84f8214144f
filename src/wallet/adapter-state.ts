/**
 * From what the adapter holds and what this page asked of it to the one state the page shows. The adapter's
 * `isLoading` takes no part: it can stay true for ever.
 */
import { normalizeAddress } from '../domain/address'
import { NO_WALLET, type WalletState } from '../domain/wallet'

/** The part of the adapter's context that counts; wallets fill it, so nothing inside is trusted. */
export interface AdapterView {
  readonly connected: boolean
  readonly account: { readonly address: unknown } | null
  readonly network: { readonly chainId: unknown } | null
  readonly wallet: { readonly name: string } | null
}

/** What became of the request this page made. */
export type Attempt =
  | { readonly status: 'idle' }
  | { readonly status: 'pending'; readonly walletName: string }
  | { readonly status: 'failed'; readonly reason: string }

const MAX_REASON = 200

export function toWalletState(adapter: AdapterView, attempt: Attempt): WalletState {
  const walletName = adapter.wallet?.name ?? 'The wallet'
  const address = adapter.connected ? readAddress(adapter.account) : null
  if (address !== null) {
    return { status: 'connected', walletName, address, chainId: readChainId(adapter.network) }
  }
  switch (attempt.status) {
    case 'pending':
      return { status: 'connecting', walletName: attempt.walletName }
    case 'failed':
      return { status: 'disconnected', error: attempt.reason }
    case 'idle':
      // A wallet that locks or forgets this page leaves the adapter connected, without an account.
      return adapter.connected
        ? { status: 'disconnected', error: `${walletName} shares no account: it may be locked or disconnected` }
        : NO_WALLET
  }
}

function readAddress(account: AdapterView['account']): string | null {
  try {
    return account === null || account === undefined ? null : normalizeAddress(String(account.address))
  } catch {
    return null
  }
}

function readChainId(network: AdapterView['network']): number | null {
  const id = Number(network?.chainId ?? Number.NaN)
  return Number.isSafeInteger(id) && id > 0 ? id : null
}

export function sameWalletState(a: WalletState, b: WalletState): boolean {
  if (a.status === 'connected') {
    return (
      b.status === 'connected' && a.address === b.address && a.chainId === b.chainId && a.walletName === b.walletName
    )
  }
  if (a.status === 'connecting') return b.status === 'connecting' && a.walletName === b.walletName
  return b.status === 'disconnected' && a.error === b.error
}

/** One clipped line of plain text; the adapter throws strings, wallets and loaders throw anything. */
export function reasonText(error: unknown): string {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error
  const text = typeof message === 'string' ? message.replace(/\s+/g, ' ').trim() : ''
  if (text === '') return 'no reason given'
  return text.length > MAX_REASON ? `${text.slice(0, MAX_REASON - 1)}…` : text
}
