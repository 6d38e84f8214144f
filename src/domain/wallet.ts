/** What the wallet island tells the page; the address is normalised (AIP-40, 64 hex digits). */
export type WalletState =
  | { readonly status: 'disconnected'; readonly error: string | null }
  | { readonly status: 'connecting'; readonly walletName: string }
  | {
      readonly status: 'connected'
      readonly walletName: string
      readonly address: string
      /** 1 mainnet, 2 testnet; null while the wallet has not said. */
      readonly chainId: number | null
    }

export const NO_WALLET: WalletState = { status: 'disconnected', error: null }
