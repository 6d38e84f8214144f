import { useStore, walletAddress } from '../store/store'

/** Whose account is wanted. `asProfile`: the reader says that it is a profile address; nothing is looked up. */
export interface AccountSource {
  readonly address: string
  readonly via: 'wallet' | 'watch'
  readonly asProfile: boolean
}

/** A watched address goes before the wallet; null while there is neither. */
export function useAccountSource(): AccountSource | null {
  const watch = useStore((state) => state.watch)
  const address = useStore((state) => walletAddress(state.wallet))
  if (watch !== null) return { address: watch.address, via: 'watch', asProfile: watch.asProfile }
  return address === null ? null : { address, via: 'wallet', asProfile: false }
}
