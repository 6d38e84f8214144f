/** What became of the look-up that turns a wallet address into the profile address the socket wants. */
export type ProfileState =
  | { readonly status: 'none' }
  | { readonly status: 'looking-up'; readonly address: string }
  /** `as`: what the address turned out to be; the exchange knows no profile for it, so it is watched as a profile. */
  | {
      readonly status: 'found'
      readonly address: string
      readonly profileAddress: string
      readonly as: 'wallet' | 'profile'
    }
  /** A connected wallet for which the exchange knows no profile. */
  | { readonly status: 'unknown'; readonly address: string }
  | { readonly status: 'failed'; readonly address: string; readonly reason: string }
